#include "platform/disk/filesystemtype.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFileSystemType : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFolderHasOneInLowerCase()
    {
        const QTemporaryDir folder;
        const QByteArray type = fileSystemType(folder.path());
        QVERIFY(!type.isEmpty());
        QCOMPARE(type, type.toLower());
    }
    void anotherFileSystemIsToldApart()
    {
#ifndef __linux__
        QSKIP("/proc is of Linux");
#endif
        QCOMPARE(fileSystemType(u"/proc"_s), "proc"_ba);
    }
};

QTEST_GUILESS_MAIN(TestFileSystemType)
#include "tst_filesystemtype.moc"
