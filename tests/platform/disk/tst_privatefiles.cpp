#include "platform/disk/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPrivateFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewFolderIsItsOwnersAlone()
    {
        const QTemporaryDir root;
        const QString folder = root.filePath(u"a/b"_s);
        QVERIFY(makePrivateFolder(folder).ok());
        QCOMPARE(QFile::permissions(folder) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther),
                 QFileDevice::Permissions());
        QVERIFY(makePrivateFolder(folder).ok());
    }
    void anExistingFolderKeepsItsMode()
    {
        const QTemporaryDir root;
        const QString folder = root.filePath(u"shared"_s);
        QVERIFY(QDir().mkdir(folder));
        const auto before = QFile::permissions(folder);
        QVERIFY(makePrivateFolder(folder).ok());
        QCOMPARE(QFile::permissions(folder), before);
    }
};

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
