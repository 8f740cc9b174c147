#include "host/raw/disk/rawfile.h"

#include "sqlite/disk/sqlitefile.h"
#include "support/rawfile.h"

#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"raw.sqlite"_s);
    }
    void whatIsWrittenCanBeReadMeanwhile()
    {
        const auto writer = RawFile::openToWrite(m_path, u"writer"_s);
        QVERIFY2(writer.ok(), writer ? "" : qPrintable(writer.error().detail));
        const auto reader = RawFile::openToRead(m_path, u"reader"_s);
        QVERIFY(reader.ok());
        const QString insert = u"INSERT INTO events VALUES ('plugin', zeroblob(16), '2026-W40', '{}', '')"_s;
        QVERIFY(!runSql(reader.value()->connection(), insert).ok());
        QVERIFY(runSql(writer.value()->connection(), insert).ok());
        QCOMPARE(sqlNumber(reader.value()->connection(), u"SELECT count(*) FROM events"_s).value(), 1);
    }
    void settingsAreAsPromised()
    {
        const auto writer = RawFile::openToWrite(m_path, u"writer"_s);
        const QSqlDatabase &database = writer.value()->connection();
        QCOMPARE(sqlNumber(database, u"PRAGMA synchronous"_s).value(), 2);
        QCOMPARE(sqlNumber(database, u"PRAGMA secure_delete"_s).value(), 1);
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
    }
    void whatIsRefusedIsNamedAndStaysAsItIs_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("says");
        QTest::newRow("newer") << u"PRAGMA user_version = 2"_s << u"made by a newer version of the collector"_s;
        QTest::newRow("another program's") << u"CREATE TABLE x (y)"_s << u"not a file of the collector"_s;
    }
    void whatIsRefusedIsNamedAndStaysAsItIs()
    {
        QFETCH(QString, sql);
        QFETCH(QString, says);
        TestSupport::query(m_path, sql);
        const QByteArray before = TestSupport::resource(m_path);
        for (const auto open : {RawFile::openToWrite, RawFile::openToRead}) {
            const auto file = open(m_path, u"raw"_s);
            QVERIFY(!file.ok());
            QCOMPARE(file.error().detail, m_path + u": "_s + says);
        }
        QCOMPARE(TestSupport::resource(m_path), before);
    }
    void aFolderKeepsItsMode()
    {
        const auto before = QFile::permissions(m_folder->path());
        const auto file = RawFile::openToWrite(m_folder->path(), u"raw"_s);
        QCOMPARE(file.error().code, Error::Code::Io);
        QCOMPARE(QFile::permissions(m_folder->path()), before);
    }
};

QTEST_GUILESS_MAIN(TestRawFile)
#include "tst_rawfile.moc"
