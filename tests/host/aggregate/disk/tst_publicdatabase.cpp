#include "host/aggregate/disk/publicdatabase.h"

#include "host/aggregate/disk/releaserows.h"
#include "sqlite/disk/sqlitefile.h"
#include "sqlite/disk/sqliteschema.h"
#include "support/rawfile.h"
#include "support/releases.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicDatabase : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_sources;
    QString m_path;

    static Release month()
    {
        Release release =
            TestSupport::releaseOf(u"2026-10"_s, {{u"plugin-versions"_s, u"[\"napari-svg\",\"0.2.1\"]"_s, 40},
                                                  {u"plugins"_s, u"[\"\u00e4 'x\"]"_s, 35},
                                                  {u"users-month"_s, u"[]"_s, 9'007'199'254'740'993}});
        release.sums = {{u"users-ever"_s, -3, 7}, {u"users-year"_s, 5'000'000'000, 1}};
        return release;
    }
    static QList<Release> all()
    {
        return TestSupport::twoReleases() << TestSupport::releaseOf(u"2026-W44"_s, {}) << month();
    }
    static QList<Period> periodsOf(const QList<Release> &releases)
    {
        QList<Period> periods;
        for (const Release &release : releases)
            periods.append(release.period);
        return periods;
    }
    static std::unique_ptr<SqliteFile> open(const QString &path)
    {
        SqliteOptions options;
        options.access = SqliteOptions::Access::Make;
        options.settings = {u"PRAGMA foreign_keys = ON"_s};
        return SqliteFile::open(path, options, {u"the aggregation"_s, {u":/telemetry/sql/aggregates-1.sql"_s}}).value();
    }
    /// The path of a new file with these releases.
    QString sourceOf(const QList<Release> &releases) const
    {
        static int number = 0;
        const QString path = m_sources.filePath(u"source %1.sqlite"_s.arg(++number));
        const auto file = open(path);
        for (const Release &release : releases) {
            if (!ReleaseRows::insert(file->connection(), release))
                return {};
        }
        return path;
    }
    Result<QByteArray> bytesOf(const QList<Release> &releases, const QString &path) const
    {
        const auto file = publicDatabase(periodsOf(releases), sourceOf(releases), path);
        return file ? Result<QByteArray>(file.value()->readAll()) : file.error();
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
    void theSameReleasesAreTheSameBytes()
    {
        const auto first = bytesOf(all(), m_path);
        QVERIFY(first.ok());
        QVERIFY(files().isEmpty()); // nothing is left of it
        QCOMPARE(bytesOf(all(), m_path).value(), first.value());
        QCOMPARE(bytesOf(all(), m_directory->filePath(u"another"_s)).value(), first.value());
        QVERIFY(bytesOf(all().mid(1), m_path).value() != first.value());
        QVERIFY(files().isEmpty());
    }
    void theFileHasThePublishedTablesOnly()
    {
        const QByteArray bytes = bytesOf(all(), m_path).value();
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
        QCOMPARE(ReleaseRows::read(open(m_path)->connection()).value(), all());
    }
    void aFileOfNothingIsAFile()
    {
        QVERIFY(bytesOf({}, m_path).value().startsWith("SQLite format 3"));
        QVERIFY(files().isEmpty());
    }
    /// Of a run that was killed.
    void aLeftoverIsNoHindrance_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = bytesOf(all().mid(2), m_directory->filePath(u"whole"_s)).value();
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
        const QByteArray expected = bytesOf(all(), m_directory->filePath(u"another"_s)).value();
        {
            QFile leftover(m_directory->filePath(name));
            QVERIFY(leftover.open(QIODevice::WriteOnly));
            QCOMPARE(leftover.write(bytes), bytes.size());
        }
        QCOMPARE(bytesOf(all(), m_path).value(), expected);
        QVERIFY(files().isEmpty());
    }
    void theOrderOfTheSourceSaysNothing()
    {
        QList<Release> reversed = all();
        std::reverse(reversed.begin(), reversed.end());
        const auto file = publicDatabase(periodsOf(all()), sourceOf(reversed), m_path);
        QCOMPARE(file.value()->readAll(), bytesOf(all(), m_directory->filePath(u"another"_s)).value());
    }
    void whatIsNotNamedIsNotCopied()
    {
        const auto file = publicDatabase(periodsOf(all().mid(1, 1)), sourceOf(all()), m_path);
        QCOMPARE(file.value()->readAll(), bytesOf(all().mid(1, 1), m_directory->filePath(u"another"_s)).value());
    }
    /// By another connection of this program, which keeps others away.
    void aSourceThatIsLockedIsRead()
    {
        const QString source = sourceOf(all());
        const auto file = open(source);
        SqlTransaction transaction(file->connection());
        QVERIFY(transaction.begin().ok());
        QVERIFY(publicDatabase(periodsOf(all()), source, m_path).ok());
    }
    void whatIsRefusedLeavesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a period that is not there") << u"period"_s;
        QTest::newRow("no folder") << u"folder"_s;
        QTest::newRow("a source that is none") << u"source"_s;
    }
    void whatIsRefusedLeavesNothing()
    {
        QFETCH(QString, what);
        QString source = sourceOf(all().mid(1));
        QList<Period> periods = periodsOf(all().mid(1));
        if (what == u"period"_s)
            periods = periodsOf(all());
        if (what == u"source"_s) {
            source = m_sources.filePath(u"text"_s);
            QFile text(source);
            QVERIFY(text.open(QIODevice::WriteOnly));
            text.write(QByteArray(5000, 'x'));
        }
        const QString path = what == u"folder"_s ? m_directory->filePath(u"missing/copy.sqlite"_s) : m_path;
        const auto refused = publicDatabase(periods, source, path);
        QCOMPARE(refused.error().code, what == u"source"_s ? Error::Code::Damaged : Error::Code::Io);
        QVERIFY(refused.error().detail.startsWith(path + u": "_s));
        QVERIFY(files().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPublicDatabase)
#include "tst_publicdatabase.moc"
