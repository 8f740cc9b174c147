#include "host/history/disk/foldersource.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFolderSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere()
    {
        const QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkdir(u"periods"_s));
        QFile file(directory.filePath(u"periods/2026-11.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("12345");
        file.close();
        FolderSource source(directory.path());
        QCOMPARE(source.read(u"periods/2026-11.json"_s, 5).value(), "12345"_ba);
        QCOMPARE(source.read(u"periods/2026-11.json"_s, 4).error().code, Error::Code::TooLarge);
        QCOMPARE(source.read(u"periods/2026-12.json"_s, 5).error().code, Error::Code::NotFound);
        QCOMPARE(source.read(u"periods"_s, 5).error().code, Error::Code::NotFound);
    }
    void aFolderThatIsNotThereProvesNothing()
    {
        FolderSource source(u"/nowhere/at/all"_s);
        QCOMPARE(source.read(u"history.jsonl"_s, 5).error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestFolderSource)
#include "tst_foldersource.moc"
