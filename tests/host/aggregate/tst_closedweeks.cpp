#include "host/aggregate/closedweeks.h"

#include "support/fakeaggregationfiles.h"
#include "support/releases.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakeRawReader;

class TestClosedWeeks : public QObject
{
    Q_OBJECT

    /// The moment in which 2026-W40 closes.
    static QDateTime closing() { return Week::fromString(u"2026-W40"_s)->closesAt(); }
    static Result<ClosedWeeks> count(const FakeRawReader &raw, const QList<Release> &released = {},
                                     const QDateTime &now = closing())
    {
        return countClosedWeeks(raw, TestSupport::dictionary(), released, now, [](const QString &) {});
    }

private Q_SLOTS:
    void onlyClosedWeeksCount_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QStringList>("weeks");
        QTest::newRow("a second before") << -1 << QStringList{};
        QTest::newRow("the moment") << 0 << QStringList{u"2026-W40"_s};
        QTest::newRow("a week later") << 7 * 86'400 << QStringList{u"2026-W40"_s, u"2026-W41"_s};
    }
    void onlyClosedWeeksCount()
    {
        QFETCH(int, seconds);
        const FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W41"_s, 5)
                                + FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 3));
        const auto counted = count(raw, {}, closing().addSecs(seconds));
        QVERIFY(counted.ok());
        QCOMPARE(counted.value().seen, 8);
        QCOMPARE(counted.value().undefined, 0);
        QStringList weeks;
        for (const auto &[week, counter] : counted.value().counters) {
            weeks.append(week.toString());
            QCOMPARE(counter.counts()[u"users"_s].value(u"[]"_s), week.toString() == "2026-W40"_L1 ? 3 : 5);
        }
        QTEST(weeks, "weeks");
    }
    void whatIsReleasedIsNotCountedAgain()
    {
        const FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 3));
        const auto counted = count(raw, {TestSupport::releaseOf(u"2026-W40"_s, {})});
        QCOMPARE(counted.value().seen, 3);
        QVERIFY(counted.value().counters.empty());
    }
    void whatIsNotDefinedCountsNowhere()
    {
        const FakeRawReader raw({{u"user"_s, u"2026-W40"_s, {}},
                                 {u"gossip"_s, u"2026-W40"_s, {}},
                                 {u"user"_s, u"last week"_s, {}},  // of no week at all
                                 {u"user"_s, u"2026-W41"_s, {}}}); // looked at when it is closed
        const auto counted = count(raw);
        QCOMPARE(counted.value().seen, 4);
        QCOMPARE(counted.value().undefined, 2);
        QVERIFY(counted.value().counters.at(*Week::fromString(u"2026-W40"_s)).counts().isEmpty());
    }
    void halfOfTheEventsAreNotTheEvents()
    {
        FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 3));
        raw.fails = true;
        QVERIFY(!count(raw).ok());
    }
};

QTEST_GUILESS_MAIN(TestClosedWeeks)
#include "tst_closedweeks.moc"
