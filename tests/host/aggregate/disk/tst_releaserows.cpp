#include "host/aggregate/disk/releaserows.h"

#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"
#include "support/rawfile.h"
#include "support/releases.h"

#include <QDir>
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
    QStringList files() const
    {
        return QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
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
    void theSameReleasesAreTheSameBytes()
    {
        const auto first = ReleaseRows::fileOf(all(), m_path);
        QVERIFY(first.ok());
        QVERIFY(files().isEmpty()); // nothing is left of it
        QCOMPARE(ReleaseRows::fileOf(all(), m_path).value(), first.value());
        QCOMPARE(ReleaseRows::fileOf(all(), m_directory->filePath(u"another"_s)).value(), first.value());
        QVERIFY(ReleaseRows::fileOf(all().mid(1), m_path).value() != first.value());
        QVERIFY(files().isEmpty());
    }
    void theFileHasThePublishedTablesOnly()
    {
        const QByteArray bytes = ReleaseRows::fileOf(all(), m_path).value();
        QVERIFY(bytes.startsWith("SQLite format 3"));
        {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        }
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA user_version"_s), QStringList{u"1"_s});
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA journal_mode"_s), QStringList{u"delete"_s}); // no log is missing
        QCOMPARE(TestSupport::query(m_path, u"SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 2"_s),
                 (QStringList{u"table|cells"_s, u"table|drawings"_s, u"table|releases"_s, u"table|sums"_s}));
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA freelist_count"_s), QStringList{u"0"_s});
        QCOMPARE(ReleaseRows::read(open()->connection()).value(), all());
    }
    void aFileOfNothingIsAFile()
    {
        QVERIFY(ReleaseRows::fileOf({}, m_path).value().startsWith("SQLite format 3"));
        QVERIFY(files().isEmpty());
    }
    /// Of a run that was killed.
    void aLeftoverIsNoHindrance_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = ReleaseRows::fileOf(all().mid(2), m_directory->filePath(u"whole"_s)).value();
        QTest::newRow("empty") << u"copy.sqlite"_s << QByteArray();
        QTest::newRow("whole") << u"copy.sqlite"_s << whole;
        QTest::newRow("half") << u"copy.sqlite"_s << whole.first(whole.size() / 2);
        QTest::newRow("something else") << u"copy.sqlite"_s << QByteArray(5000, 'x');
        QTest::newRow("a journal") << u"copy.sqlite-journal"_s << "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"_ba + whole;
    }
    void aLeftoverIsNoHindrance()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QByteArray expected = ReleaseRows::fileOf(all(), m_directory->filePath(u"another"_s)).value();
        {
            QFile leftover(m_directory->filePath(name));
            QVERIFY(leftover.open(QIODevice::WriteOnly));
            QCOMPARE(leftover.write(bytes), bytes.size());
        }
        QCOMPARE(ReleaseRows::fileOf(all(), m_path).value(), expected);
        QVERIFY(files().isEmpty());
    }
    void whatIsRefusedLeavesNothing()
    {
        const Release zero = TestSupport::releaseOf(u"2026-W43"_s, {{u"users"_s, u"[]"_s, 0}});
        const auto refused = ReleaseRows::fileOf({zero}, m_path);
        QCOMPARE(refused.error().code, Error::Code::Io);
        QVERIFY(refused.error().detail.startsWith(m_path + u": "_s));
        QVERIFY(files().isEmpty());
        const QString missing = m_directory->filePath(u"missing/copy.sqlite"_s);
        const auto nowhere = ReleaseRows::fileOf(all(), missing);
        QCOMPARE(nowhere.error().code, Error::Code::Io);
        QVERIFY(nowhere.error().detail.startsWith(missing + u": "_s));
    }
};

QTEST_GUILESS_MAIN(TestReleaseRows)
#include "tst_releaserows.moc"
