#include "platform/disk/programfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestProgramFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheUsersAloneAndNoLink()
    {
        const QTemporaryDir folder; // 0700
        QVERIFY(isOwnProgramFolder(folder.path()));
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile::link(folder.path(), link));
        QVERIFY(!isOwnProgramFolder(link));
        for (const mode_t mode : {0750, 0701, 0720}) {
            QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), mode), 0);
            QVERIFY(!isOwnProgramFolder(folder.path()));
        }
    }
    void nothingElseIs()
    {
        for (const QString &path : {u""_s, u"."_s, u"/nonexistent"_s, u"/dev/null"_s, u"/proc"_s})
            QVERIFY2(!isOwnProgramFolder(path), qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(TestProgramFolder)
#include "tst_programfolder.moc"
