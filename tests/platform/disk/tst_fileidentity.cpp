#include "platform/disk/fileidentity.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFileIdentity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileThatTakesTheNameOfAnotherIsAnother()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"name"_s);
        QVERIFY(fileIdentity(name).isEmpty());
        QFile first(name);
        QVERIFY(first.open(QIODevice::WriteOnly));
        const QByteArray identity = fileIdentity(name);
        QVERIFY(!identity.isEmpty());
        QCOMPARE(fileIdentity(first), identity);
        QVERIFY(first.write("grown") == 5 && first.flush());
        QCOMPARE(fileIdentity(name), identity);

        QVERIFY(QFile::rename(name, folder.filePath(u"moved"_s)));
        QFile second(name);
        QVERIFY(second.open(QIODevice::WriteOnly));
        QVERIFY(fileIdentity(name) != identity);
        QCOMPARE(fileIdentity(first), identity);
        QCOMPARE(fileIdentity(folder.filePath(u"moved"_s)), identity);
    }
};

QTEST_GUILESS_MAIN(TestFileIdentity)
#include "tst_fileidentity.moc"
