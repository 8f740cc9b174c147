#include "host/aggregate/closedperiods.h"

#include "contract/limits.h"
#include "support/fakeaggregationfiles.h"
#include "support/releases.h"

#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakeRawReader;

class TestClosedPeriods : public QObject
{
    Q_OBJECT

    /// The moment in which 2026-W40 closes.
    static QDateTime closing() { return Week::fromString(u"2026-W40"_s)->closesAt(); }
    static Result<ClosedPeriods> count(const FakeRawReader &raw, const QList<Release> &released = {},
                                       const QDateTime &now = closing())
    {
        return countClosedPeriods(raw, TestSupport::dictionary(), released, now, [](const QString &) {});
    }

private Q_SLOTS:
    void onlyClosedPeriodsCount_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QStringList>("weeks");
        QTest::newRow("a second before") << -1 << QStringList{};
        QTest::newRow("the moment") << 0 << QStringList{u"2026-W40"_s};
        QTest::newRow("a week later") << 7 * 86'400 << QStringList{u"2026-W40"_s, u"2026-W41"_s};
    }
    void onlyClosedPeriodsCount()
    {
        QFETCH(int, seconds);
        const FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W41"_s, 5)
                                + FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 3));
        const auto counted = count(raw, {}, closing().addSecs(seconds));
        QVERIFY(counted.ok());
        QCOMPARE(counted.value().seen, 8);
        QCOMPARE(counted.value().undefined, 0);
        QStringList weeks;
        for (const auto &[period, counter] : counted.value().counters) {
            weeks.append(period.toString());
            QCOMPARE(counter.counts()[u"users"_s].value(u"[]"_s), period.toString() == "2026-W40"_L1 ? 3 : 5);
        }
        QTEST(weeks, "weeks");
    }
    /// October is 2026-W40 to W44.
    void aMonthClosesWithItsLastWeek()
    {
        const FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 5)
                                + FakeRawReader::examples(u"user"_s, u"2026-W44"_s, 3)
                                + FakeRawReader::examples(u"user"_s, u"2026-W45"_s, 9));
        const QDateTime closes = Period::fromString(u"2026-10"_s)->closesAt();
        const auto names = [&](const QDateTime &now, const QList<Release> &released = {}) {
            QStringList all;
            for (const auto &each : count(raw, released, now).value().counters)
                all.append(each.first.toString());
            return all;
        };
        QCOMPARE(names(closes.addSecs(-1)), (QStringList{u"2026-W40"_s}));
        QCOMPARE(names(closes), (QStringList{u"2026-W40"_s, u"2026-W44"_s, u"2026-10"_s}));
        QCOMPARE(names(closes, {TestSupport::releaseOf(u"2026-10"_s, {})}),
                 (QStringList{u"2026-W40"_s, u"2026-W44"_s}));
        const auto counted = count(raw, {}, closes);
        QCOMPARE(
            counted.value().counters.at(*Period::fromString(u"2026-10"_s)).counts()[u"users-month"_s].value(u"[]"_s),
            8);
        QCOMPARE(counted.value().undefined, 0);
    }
    /// The events of its first weeks may be deleted by now: half a month is not published as one.
    void aMonthThatCameTooLateIsNotCounted()
    {
        const FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W44"_s, 3));
        const QDateTime closes = Period::fromString(u"2026-10"_s)->closesAt();
        QCOMPARE(count(raw, {}, closes).value().counters.size(),
                 2); // weeks in which nobody came are none that are gone
        const QDateTime gone = Week::fromString(u"2026-W40"_s)->monday().addDays(Limits::rawDays).startOfDay(Qt::UTC);
        QCOMPARE(count(raw, {}, gone.addSecs(-1)).value().counters.size(), 2);
        QCOMPARE(count(raw, {}, gone).value().counters.size(), 1);
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
                                 {u"gossip"_s, u"2026-W40"_s, {}, {}, 10},
                                 {u"user"_s, u"last week"_s, {}},  // of no week at all
                                 {u"user"_s, u"2026-W41"_s, {}}}); // looked at when it is closed
        const auto counted = count(raw);
        QCOMPARE(counted.value().seen, 13);
        QCOMPARE(counted.value().undefined, 11);
        QVERIFY(counted.value().counters.at(*Period::fromString(u"2026-W40"_s)).counts().isEmpty());
    }
    void halfOfTheEventsAreNotTheEvents()
    {
        FakeRawReader raw(FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 3));
        raw.fails = true;
        QVERIFY(!count(raw).ok());
    }
};

QTEST_GUILESS_MAIN(TestClosedPeriods)
#include "tst_closedperiods.moc"
