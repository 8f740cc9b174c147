#include "host/aggregate/disk/aggregatestore.h"

#include "sqlite/disk/sqlitefile.h"
#include "support/rawfile.h"
#include "support/releases.h"

#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::releaseOf;

class TestAggregateStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;

    auto open() { return AggregateStore::open(m_path, u"aggregates"_s); }
    static QList<Candidate> candidatesOf(const QList<Release> &releases)
    {
        QList<Candidate> candidates;
        for (const Release &release : releases)
            candidates.append({release, m_day, 3});
        return candidates;
    }
    Result<Done> add(const QList<Release> &releases, std::optional<QString> again = {})
    {
        return open().value()->addCandidates(candidatesOf(releases), m_day, again);
    }
    Result<Done> release(const QList<Release> &releases)
    {
        const auto added = add(releases);
        return added ? open().value()->releaseCandidates() : added;
    }
    static inline const QDate m_day{2026, 11, 18};

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"aggregates.sqlite"_s);
    }
    void keepsReleases()
    {
        QVERIFY(release(TestSupport::twoReleases()).ok());
        QCOMPARE(open().value()->releases().value(), TestSupport::twoReleases()); // beyond 31 bits, too
        QCOMPARE(TestSupport::query(m_path, u"SELECT period, dictionary, rounding FROM releases"_s),
                 (QStringList{u"2026-W40|1|5"_s, u"2026-W42|1|5"_s}));
        QCOMPARE(TestSupport::query(m_path,
                                    u"SELECT table_name, sigma, threshold FROM drawings WHERE period = '2026-W42'"_s),
                 (QStringList{u"napari-versions|3|20"_s, u"users|3|20"_s}));
        QCOMPARE(
            TestSupport::query(m_path, u"SELECT table_name, key, reporters FROM cells WHERE period = '2026-W42'"_s),
            QStringList{u"users|[]|45"_s});
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA journal_mode"_s), QStringList{u"delete"_s});
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA user_version"_s), QStringList{u"2"_s});
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"aggregates.sqlite"_s});
    }
    void readsOneReleasePieceByPiece()
    {
        QVERIFY(release(TestSupport::twoReleases()).ok());
        const auto store = open();
        for (const Release &release : TestSupport::twoReleases()) {
            QCOMPARE(store.value()->release(release.period).value(), release);
            QCOMPARE(store.value()->cells(release.period, u"users"_s).value(), QList{release.cells.last()});
            QVERIFY(store.value()->cells(release.period, u"systems"_s).value().isEmpty());
        }
        const Period other = *Period::fromString(u"2026-10"_s);
        QCOMPARE(store.value()->release(other).error().code, Error::Code::NotFound);
        QVERIFY(store.value()->cells(other, u"users"_s).value().isEmpty());
    }
    void nobodyChangesWhatIsReadAtOneMoment()
    {
        QVERIFY(release(TestSupport::twoReleases()).ok());
        const auto store = open();
        const QString change = u"UPDATE cells SET reporters = 50 WHERE period = '2026-W42'"_s;
        const auto another = [&] { // of a person, who has SQLite's shell
            SqliteOptions options;
            const auto file = SqliteFile::open(m_path, options);
            return runSql(file.value()->connection(), change).ok();
        };
        bool isChanged = true;
        const auto read = store.value()->atOneMoment([&]() -> Result<Done> {
            isChanged = another();
            return Done{};
        });
        QVERIFY(read.ok());
        QVERIFY(!isChanged);
        QVERIFY(another()); // afterwards
        const auto failed = store.value()->atOneMoment([] { return Result<Done>(Error{Error::Code::Closed, u"x"_s}); });
        QCOMPARE(failed.error().code, Error::Code::Closed);
        QVERIFY(another());
    }
    void sortsByTheirEnd()
    {
        QVERIFY(release({releaseOf(u"2026-W42"_s, {{u"users"_s, u"[]"_s, 20}})}).ok());
        QVERIFY(release({releaseOf(u"2026-W40"_s, {})}).ok());
        Release month = releaseOf(u"2026-09"_s, {});
        month.sums = {{u"users-ever"_s, -3, 7}, {u"users-year"_s, 5'000'000'000, 1}};
        QVERIFY(release({month}).ok());
        const auto releases = open().value()->releases().value();
        QCOMPARE(releases.size(), 3);
        QCOMPARE(releases[0], month);
        QCOMPARE(releases[1].period.toString(), u"2026-W40"_s);
        QVERIFY(releases[1].cells.isEmpty());
        QCOMPARE(releases[2].cells.size(), 1);
    }
    void changesNothingThatIsReleased()
    {
        QVERIFY(release(TestSupport::twoReleases()).ok());
        const auto before = TestSupport::tree(m_directory->path());
        const auto done = add({releaseOf(u"2026-W43"_s, {{u"users"_s, u"[]"_s, 70}}),
                               releaseOf(u"2026-W40"_s, {{u"users"_s, u"[]"_s, 70}})},
                              u"again"_s);
        QVERIFY(!done.ok());
        QCOMPARE(open().value()->releases().value(), TestSupport::twoReleases()); // 2026-W43 is not there either
        QCOMPARE(TestSupport::tree(m_directory->path()), before);
    }
    void candidatesAreNoReleases()
    {
        QVERIFY(!open().value()->lastRun().value().isValid());
        QVERIFY(add(TestSupport::twoReleases()).ok());
        QVERIFY(open().value()->releases().value().isEmpty());
        QCOMPARE(open().value()->candidates().value(), candidatesOf(TestSupport::twoReleases()));
        QCOMPARE(open().value()->lastRun().value(), m_day);
        const QList<Release> another{releaseOf(u"2026-W41"_s, {{u"users"_s, u"[]"_s, 30}})};
        QVERIFY(add(another, u"a wrong number"_s).ok());
        QCOMPARE(open().value()->redraws().value(), (QList<Redraw>{{m_day, u"a wrong number"_s}}));
        QCOMPARE(open().value()->candidates().value(), candidatesOf(another));
        QVERIFY(open().value()->releaseCandidates().ok());
        QCOMPARE(open().value()->releases().value(), another);
        QVERIFY(open().value()->candidates().value().isEmpty());
        QVERIFY(add({}, u"again"_s).ok()); // what is released stays
        QCOMPARE(open().value()->releases().value(), another);
    }
    void outlinesHaveNoCells()
    {
        Release month = releaseOf(u"2026-09"_s, {{u"users"_s, u"[]"_s, 20}});
        month.sums = {{u"users-ever"_s, 70, 7}};
        QVERIFY(release({month}).ok());
        QVERIFY(add(TestSupport::twoReleases()).ok());
        using Which = AbstractReleaseStore::Which;
        const auto released = open().value()->outlines(Which::Released).value();
        QCOMPARE(released.size(), 1);
        QCOMPARE(released.first().period, month.period);
        QCOMPARE(released.first().sums, month.sums);
        QVERIFY(released.first().cells.isEmpty() && released.first().drawings.isEmpty());
        QCOMPARE(open().value()->outlines(Which::Drawn).value().size(), 3);
    }
    void whatIsRemovedIsInNoByte()
    {
        // A page full of rows, so that some are moved when others go.
        QList<ReleasedCell> cells;
        for (int i = 0; i < 2000; ++i)
            cells.append({u"plugins"_s, u"[\"plugin-%1\"]"_s.arg(QString::number(i).rightJustified(4, u'0')), 40});
        QVERIFY(release({releaseOf(u"2026-10"_s, cells)}).ok());
        const Release waiting = releaseOf(u"2026-11"_s, cells);
        QVERIFY(add({waiting}).ok());
        const auto without = [&](Release release) {
            release.cells.removeIf([](const ReleasedCell &cell) { return cell.key.contains(u"plugin-0042"_s); });
            return release;
        };
        const Removal removal{Removal::Kind::Plugin, u"plugin-0042"_s, {u"a"_s, u"b"_s}, m_day, u"its author asked"_s};
        auto store = open();
        QVERIFY(
            store.value()
                ->remove(removal, {without(store.value()->releases().value().first())}, {{without(waiting), m_day, 3}})
                .ok());
        QVERIFY(store.value()->rebuild().ok());
        QCOMPARE(store.value()->removals().value(), QList<Removal>{removal});
        QCOMPARE(store.value()->releases().value().first().cells.size(), 1999);
        QCOMPARE(store.value()->candidates().value().first().release.cells.size(), 1999);
        store = Error{};
        for (const QByteArray &file : TestSupport::tree(m_directory->path())) {
            QVERIFY(!file.contains("[\"plugin-0042\"]"));
            QVERIFY(file.contains("[\"plugin-0043\"]"));
        }
    }
    void refusesZero()
    {
        QVERIFY(!add({releaseOf(u"2026-W43"_s, {{u"users"_s, u"[]"_s, 0}})}).ok());
        QVERIFY(open().value()->releases().value().isEmpty());
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("newer") << u"PRAGMA user_version = 3"_s << Error::Code::Unsupported;
        QTest::newRow("another program's") << u"CREATE TABLE x (y)"_s << Error::Code::Invalid;
    }
    void refuses()
    {
        QFETCH(QString, sql);
        TestSupport::query(m_path, sql);
        const auto store = open();
        QVERIFY(!store.ok());
        QTEST(store.error().code, "code");
    }
    void saysWhereItFailed()
    {
        m_path = m_directory->filePath(u"missing/aggregates.sqlite"_s);
        const auto store = open();
        QCOMPARE(store.error().code, Error::Code::Io);
        QVERIFY(store.error().detail.contains(m_path));
    }
};

QTEST_GUILESS_MAIN(TestAggregateStore)
#include "tst_aggregatestore.moc"
