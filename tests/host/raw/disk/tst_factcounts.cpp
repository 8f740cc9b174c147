#include "host/raw/disk/factcounts.h"

#include "sqlite/disk/sqlitefile.h"
#include "support/rawfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFactCounts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    using Count = Result<FactCounts> (*)(const QSqlDatabase &);

    std::unique_ptr<SqliteFile> open() const { return std::move(SqliteFile::open(m_path, SqliteOptions())).value(); }
    static void addWays()
    {
        QTest::addColumn<Count>("count");
        QTest::newRow("by SQLite") << Count(countFacts);
        QTest::newRow("through Qt") << Count(countFactsThroughQt);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"raw.sqlite"_s);
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 300);
        TestSupport::addRaw(m_path, u"napari"_s, u"2026-W41"_s, 1);
    }
    void eachEventCountsOnce_data() { addWays(); }
    void eachEventCountsOnce()
    {
        QFETCH(Count, count);
        const auto counts = count(open()->connection());
        QList<qint64> numbers = counts.value().values();
        std::sort(numbers.begin(), numbers.end());
        QCOMPARE(numbers, (QList<qint64>{1, 300}));
    }
    void bothWaysSayTheSame()
    {
        TestSupport::query(m_path, u"INSERT INTO events VALUES (zeroblob(16), x'00'), (randomblob(16), x'')"_s);
        TestSupport::query(m_path, u"INSERT INTO events SELECT randomblob(16), randomblob(17) FROM events"_s);
        const auto file = open();
        const auto counts = countFacts(file->connection());
        QCOMPARE(counts.value().size(), 2 + 2 + 303);
        QCOMPARE(counts.value(), countFactsThroughQt(file->connection()).value());
        QCOMPARE(counts.value().value(QByteArray(1, '\0')), 1); // of another length than all facts
    }
    void nothingIsOfAnEmptyFile_data() { addWays(); }
    void nothingIsOfAnEmptyFile()
    {
        QFETCH(Count, count);
        TestSupport::query(m_path, u"DELETE FROM events"_s);
        QVERIFY(count(open()->connection()).value().isEmpty());
    }
    void itIsOfTheMomentOfTheTransaction_data() { addWays(); }
    void itIsOfTheMomentOfTheTransaction()
    {
        QFETCH(Count, count);
        const auto file = open();
        QVERIFY(runSql(file->connection(), u"BEGIN"_s).ok());
        QCOMPARE(sqlNumber(file->connection(), u"SELECT count(*) FROM events"_s).value(), 301);
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 5);
        QCOMPARE(count(file->connection()).value().size(), 2);
        QVERIFY(runSql(file->connection(), u"COMMIT"_s).ok());
        qint64 all = 0;
        for (const qint64 people : count(file->connection()).value())
            all += people;
        QCOMPARE(all, 306);
    }
    /// What is left open would keep the collector's log from being emptied.
    void nothingIsLeftOpen_data() { addWays(); }
    void nothingIsLeftOpen()
    {
        QFETCH(Count, count);
        const auto file = open();
        QVERIFY(count(file->connection()).ok());
        QVERIFY(runSql(file->connection(), u"DROP TABLE events"_s).ok());
    }
    void anErrorIsNoCount_data() { addWays(); }
    void anErrorIsNoCount()
    {
        QFETCH(Count, count);
        const auto file = open();
        QVERIFY(runSql(file->connection(), u"DROP TABLE events"_s).ok());
        const auto counts = count(file->connection());
        QCOMPARE(counts.error().code, Error::Code::Io);
        QCOMPARE(counts.error().detail, u"SQLite: no such table: events"_s);
    }
    void halfOfTheEventsAreNotTheEvents_data() { addWays(); }
    void halfOfTheEventsAreNotTheEvents()
    {
        QFETCH(Count, count);
        TestSupport::query(m_path, u"PRAGMA journal_mode = DELETE"_s);
        const int page = TestSupport::query(m_path, u"SELECT max(pageno) FROM dbstat WHERE name = 'events' "
                                                    "AND pagetype = 'leaf'"_s)
                             .value(0)
                             .toInt();
        QVERIFY(page > 1);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(qint64(page - 1) * 4096));
        QCOMPARE(file.write(QByteArray(4096, 'x')), 4096);
        file.close();
        QCOMPARE(count(open()->connection()).error().code, Error::Code::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestFactCounts)
#include "tst_factcounts.moc"
