#include "host/aggregate/disk/aggregatestore.h"

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

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"aggregates.sqlite"_s);
    }
    void keepsReleases()
    {
        QVERIFY(open().value()->add(TestSupport::twoReleases()).ok());
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
        QCOMPARE(TestSupport::query(m_path, u"PRAGMA user_version"_s), QStringList{u"1"_s});
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"aggregates.sqlite"_s});
    }
    void sortsByTheirEnd()
    {
        QVERIFY(open().value()->add({releaseOf(u"2026-W42"_s, {{u"users"_s, u"[]"_s, 20}})}).ok());
        QVERIFY(open().value()->add({releaseOf(u"2026-W40"_s, {})}).ok());
        Release month = releaseOf(u"2026-09"_s, {});
        month.sums = {{u"users-ever"_s, -3, 7}, {u"users-year"_s, 5'000'000'000, 1}};
        QVERIFY(open().value()->add({month}).ok());
        const auto releases = open().value()->releases().value();
        QCOMPARE(releases.size(), 3);
        QCOMPARE(releases[0], month);
        QCOMPARE(releases[1].period.toString(), u"2026-W40"_s);
        QVERIFY(releases[1].cells.isEmpty());
        QCOMPARE(releases[2].cells.size(), 1);
    }
    void changesNothingThatIsReleased()
    {
        QVERIFY(open().value()->add(TestSupport::twoReleases()).ok());
        const auto before = TestSupport::tree(m_directory->path());
        const auto done = open().value()->add({releaseOf(u"2026-W43"_s, {{u"users"_s, u"[]"_s, 70}}),
                                               releaseOf(u"2026-W40"_s, {{u"users"_s, u"[]"_s, 70}})});
        QVERIFY(!done.ok());
        QCOMPARE(open().value()->releases().value(), TestSupport::twoReleases()); // 2026-W43 is not there either
        QCOMPARE(TestSupport::tree(m_directory->path()), before);
    }
    void refusesZero()
    {
        QVERIFY(!open().value()->add({releaseOf(u"2026-W43"_s, {{u"users"_s, u"[]"_s, 0}})}).ok());
        QVERIFY(open().value()->releases().value().isEmpty());
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("newer") << u"PRAGMA user_version = 2"_s << Error::Code::Unsupported;
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
