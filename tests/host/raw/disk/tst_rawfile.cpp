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
        const QString insert = u"INSERT INTO events VALUES (zeroblob(16), zeroblob(16))"_s;
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
        QCOMPARE(sqlNumber(database, u"PRAGMA temp_store"_s).value(), 2); // memory: a rebuild writes all rows
    }
    void whatIsRefusedIsNamedAndStaysAsItIs_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::addColumn<QString>("says");
        const QString ours = u"PRAGMA application_id = %1"_s.arg(0x6e726177); // "nraw"
        const QString foreign = u"not a file of the collector"_s;
        QTest::newRow("newer") << QStringList{ours, u"PRAGMA user_version = 2"_s}
                               << u"made by a newer version of the collector"_s;
        QTest::newRow("another program's") << QStringList{u"CREATE TABLE x (y)"_s} << foreign;
        QTest::newRow("one with our version") << QStringList{u"PRAGMA user_version = 1"_s} << foreign;
        QTest::newRow("one with a log") << QStringList{u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE x (y)"_s}
                                        << foreign;
    }
    void whatIsRefusedIsNamedAndStaysAsItIs()
    {
        QFETCH(QStringList, sql);
        QFETCH(QString, says);
        for (const QString &statement : sql)
            TestSupport::query(m_path, statement);
        const auto openToAll = QFile::permissions(m_path) | QFileDevice::ReadOther;
        QVERIFY(QFile::setPermissions(m_path, openToAll));
        const auto before = TestSupport::tree(m_folder->path());
        for (const auto open : {RawFile::openToWrite, RawFile::openToRead}) {
            const auto file = open(m_path, u"raw"_s);
            QVERIFY(!file.ok());
            QCOMPARE(file.error().detail, m_path + u": "_s + says);
        }
        QCOMPARE(TestSupport::tree(m_folder->path()), before);
        if (says.startsWith(u"not"_s))
            QCOMPARE(QFile::permissions(m_path), openToAll); // one of ours is closed for others
    }
    void whatIsInMemoryIsNoFile()
    {
        const auto file = RawFile::openToWrite(u":memory:"_s, u"raw"_s);
        QCOMPARE(file.error().detail, u":memory:: not the name of a file"_s);
        QVERIFY(!QFile::exists(u"./:memory:"_s));
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
