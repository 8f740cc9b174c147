#include "host/aggregate/disk/releaserows.h"

#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"
#include "support/rawfile.h"
#include "support/releases.h"

#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReleaseRows : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;

    std::unique_ptr<SqliteFile> open() const
    {
        SqliteOptions options;
        options.access = SqliteOptions::Access::Make;
        options.settings = {u"PRAGMA foreign_keys = ON"_s};
        return SqliteFile::open(m_path, options, {u"the aggregation"_s, {u":/telemetry/sql/aggregates-1.sql"_s}})
            .value();
    }
    static Release month()
    {
        Release release =
            TestSupport::releaseOf(u"2026-10"_s, {{u"plugin-versions"_s, u"[\"napari-svg\",\"0.2.1\"]"_s, 40},
                                                  {u"plugins"_s, u"[\"\u00e4 'x\"]"_s, 35},
                                                  {u"users-month"_s, u"[]"_s, 9'007'199'254'740'993}});
        release.sums = {{u"users-ever"_s, -3, 7}, {u"users-year"_s, 5'000'000'000, 1}};
        return release;
    }
    /// As read() sorts them: 2026-W44 is the last one of 2026-10.
    static QList<Release> all()
    {
        return TestSupport::twoReleases() << TestSupport::releaseOf(u"2026-W44"_s, {}) << month();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"copy.sqlite"_s);
    }
    void readsWhatWasInserted()
    {
        const auto file = open();
        QVERIFY(ReleaseRows::read(file->connection()).value().isEmpty());
        for (const qsizetype i : {3, 1, 0, 2})
            QVERIFY(ReleaseRows::insert(file->connection(), all()[i]).ok());
        QCOMPARE(ReleaseRows::read(file->connection()).value(), all());
    }
    void nothingIsInsertedTwice()
    {
        const auto file = open();
        QVERIFY(ReleaseRows::insert(file->connection(), month()).ok());
        QCOMPARE(ReleaseRows::insert(file->connection(), month()).error().code, Error::Code::Io);
        QCOMPARE(ReleaseRows::read(file->connection()).value(), QList<Release>{month()});
    }
    void removesOnePeriod()
    {
        const auto file = open();
        for (const Release &release : all())
            QVERIFY(ReleaseRows::insert(file->connection(), release).ok());
        QVERIFY(ReleaseRows::remove(file->connection(), u"2026-10"_s).ok());
        QVERIFY(ReleaseRows::remove(file->connection(), u"2025-10"_s).ok()); // isn't there
        QCOMPARE(ReleaseRows::read(file->connection()).value(), all().mid(0, 3));
        QVERIFY(ReleaseRows::insert(file->connection(), month()).ok()); // nothing of it was left
    }
    void refusesWhatItDidNotWrite_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("why");
        QTest::newRow("no period") << u"INSERT INTO releases VALUES ('2026-13', 1, 5)"_s
                                   << u"a release has no valid period"_s;
        for (const QString &table : {u"drawings"_s, u"cells"_s, u"sums"_s}) {
            const QString values = table == "cells"_L1      ? u"'users', '[]', 20"_s
                                   : table == "drawings"_L1 ? u"'users', 3, 20, 'user', '[]'"_s
                                                            : u"'users', 3, 20"_s;
            QTest::newRow(qPrintable(table))
                << u"INSERT INTO %1 VALUES ('2026-W01', %2)"_s.arg(table, values) << u"a row belongs to no release"_s;
        }
    }
    void refusesWhatItDidNotWrite()
    {
        QFETCH(QString, sql);
        {
            (void)open();
        }
        QVERIFY(TestSupport::query(m_path, sql).isEmpty());
        const auto file = open();
        const auto read = ReleaseRows::read(file->connection());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QTEST(read.error().detail, "why");
    }
    void cellsAreThoseOfOneTableInOnePeriod()
    {
        const auto file = open();
        for (const Release &release : all())
            QVERIFY(ReleaseRows::insert(file->connection(), release).ok());
        ReleaseRows::CellQuery query(file->connection());
        for (const Release &release : all()) {
            for (const QString &table : {u"users"_s, u"napari-versions"_s, u"plugins"_s, u"users-month"_s}) {
                QList<ReleasedCell> expected = release.cells;
                expected.removeIf([&](const ReleasedCell &cell) { return cell.table != table; });
                QCOMPARE(query.cells(release.period.toString(), table).value(), expected);
            }
        }
        QVERIFY(query.cells(u"2025-10"_s, u"users"_s).value().isEmpty());
    }
    void cellsAreSortedAndOfNow()
    {
        const auto file = open();
        QVERIFY(ReleaseRows::insert(file->connection(), month()).ok());
        ReleaseRows::CellQuery query(file->connection());
        QCOMPARE(query.cells(u"2026-10"_s, u"plugins"_s).value().size(), 1);
        const auto added =
            runSql(file->connection(), u"INSERT INTO cells VALUES ('2026-10', 'plugins', '[\"a\"]', 20)"_s);
        QVERIFY(added.ok());
        const auto cells = query.cells(u"2026-10"_s, u"plugins"_s);
        QCOMPARE(cells.value().size(), 2);
        QCOMPARE(cells.value().first().key, u"[\"a\"]"_s);
        QVERIFY(runSql(file->connection(), u"DROP TABLE cells"_s).ok()); // nothing reads any more
        QCOMPARE(query.cells(u"2026-10"_s, u"plugins"_s).error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestReleaseRows)
#include "tst_releaserows.moc"
