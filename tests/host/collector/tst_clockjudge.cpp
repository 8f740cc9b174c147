#include "host/collector/clockjudge.h"

#include "support/events.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Verdict = ClockJudge::Verdict;

namespace {

constexpr qsizetype requests = 5;

Period period(QStringView text)
{
    return *Period::fromString(text);
}

/// A judge that has heard of these periods.
ClockJudge heard(const QStringList &periods, std::optional<QDate> builtOn = {})
{
    ClockJudge judge(builtOn, requests);
    for (const QString &named : periods)
        judge.note(period(named));
    return judge;
}

QStringList all(const QString &named)
{
    return QStringList(requests, named);
}

} // namespace

/// By a clock in 2026-W47, of which a judge hears this and that.
class TestClockJudge : public QObject
{
    Q_OBJECT

    const QDateTime m_now = TestSupport::now();

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QStringList>("heard");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("nothing") << QStringList{} << Verdict::Unproven;
        QTest::newRow("too few") << QStringList(requests - 1, u"2027-W47"_s) << Verdict::Unproven;
        QTest::newRow("the same week") << all(u"2026-W47"_s) << Verdict::Plausible;
        QTest::newRow("the same month") << all(u"2026-11"_s) << Verdict::Plausible;
        QTest::newRow("all that is open")
            << QStringList{u"2026-W44"_s, u"2026-W45"_s, u"2026-10"_s, u"2026-W46"_s, u"2026-W47"_s}
            << Verdict::Plausible;
        QTest::newRow("at the limit") << all(u"2026-W43"_s) << Verdict::Plausible;
        QTest::newRow("beyond it") << all(u"2026-W42"_s) << Verdict::Implausible;
        QTest::newRow("a year behind") << all(u"2025-11"_s) << Verdict::Implausible;
        QTest::newRow("the next week") << all(u"2026-W48"_s) << Verdict::Implausible;
        QTest::newRow("a year ahead") << all(u"2027-W47"_s) << Verdict::Implausible;
        QTest::newRow("fewer than half in 1970")
            << QStringList{u"1970-W01"_s, u"2026-W47"_s, u"1970-W01"_s, u"2026-W46"_s, u"2026-W47"_s}
            << Verdict::Plausible;
        QTest::newRow("fewer than half in 9998")
            << QStringList{u"9998-W01"_s, u"2026-W47"_s, u"9998-01"_s, u"2026-W46"_s, u"2026-W47"_s}
            << Verdict::Plausible;
        QTest::newRow("more than half") << QStringList{u"9998-W01"_s, u"2026-W47"_s, u"9998-01"_s, u"9998-W01"_s,
                                                       u"2026-W47"_s}
                                        << Verdict::Implausible;
    }
    void judges()
    {
        QFETCH(QStringList, heard);
        QTEST(::heard(heard).verdict(m_now), "verdict");
    }
    void onlyTheLastRequestsCount()
    {
        ClockJudge judge = heard(all(u"2027-W47"_s));
        for (int i = 0; i < requests / 2; ++i)
            judge.note(period(u"2026-W47"));
        QCOMPARE(judge.verdict(m_now), Verdict::Implausible);
        judge.note(period(u"2026-W47"));
        QCOMPARE(judge.verdict(m_now), Verdict::Plausible);
    }
    void aClockThatIsSetRightIsBelieved()
    {
        const ClockJudge judge = heard(all(u"2026-W47"_s));
        QCOMPARE(judge.verdict(m_now.addYears(1)), Verdict::Implausible);
        QCOMPARE(judge.verdict(m_now.addYears(-1)), Verdict::Implausible);
        QCOMPARE(judge.verdict(QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC)), Verdict::Implausible);
        QCOMPARE(judge.verdict(m_now), Verdict::Plausible);
        QCOMPARE(judge.verdict(m_now.addDays(-3)), Verdict::Plausible); // Sunday, a day before the week begins
        QCOMPARE(judge.verdict(m_now.addDays(-4)), Verdict::Implausible);
    }
    void noTimeIsBeforeTheProgram()
    {
        const QDate day = m_now.date();
        QCOMPARE(heard({}, day).verdict(m_now), Verdict::Unproven);
        QCOMPARE(heard({}, day.addDays(1)).verdict(m_now), Verdict::Implausible);
        QCOMPARE(heard(all(u"2026-W47"_s), day.addDays(1)).verdict(m_now), Verdict::Implausible);
    }
    /// An event that was refused is gone: every row that may not be refused is one that a wrong clock would destroy.
    void refusesOnlyWhatIsCertain_data()
    {
        QTest::addColumn<QStringList>("heard");
        QTest::addColumn<QString>("period");
        QTest::addColumn<bool>("mayRefuse");
        QTest::newRow("closed, says the clock alone") << QStringList{} << u"2026-W43"_s << false;
        QTest::newRow("closed before the program was built") << QStringList{} << u"2026-W09"_s << true;
        QTest::newRow("the last week that was open then") << QStringList{} << u"2026-W10"_s << false;
        QTest::newRow("closed, say most others") << all(u"2026-W47"_s) << u"2026-W43"_s << true;
        QTest::newRow("a month, too") << all(u"2026-W47"_s) << u"2026-09"_s << true;
        QTest::newRow("most others have it open") << all(u"2026-W44"_s) << u"2026-W43"_s << false;
        QTest::newRow("most others have closed it") << all(u"2026-W44"_s) << u"2026-W39"_s << true;
        QTest::newRow("most others have a month in which it was still open")
            << all(u"2026-11"_s) << u"2026-W43"_s << false; // a clock may be weeks ahead within that month
        QTest::newRow("most others have a month after it") << all(u"2026-11"_s) << u"2026-W40"_s << true;
        QTest::newRow("nobody believes the clock") << all(u"2025-W47"_s) << u"2026-W40"_s << false;
        QTest::newRow("ahead, says the clock alone") << QStringList{} << u"2026-W48"_s << false;
        QTest::newRow("ahead, say most others") << all(u"2026-W47"_s) << u"2026-W48"_s << true;
        QTest::newRow("most others are there") << all(u"2026-W48"_s) << u"2026-W48"_s << false;
    }
    void refusesOnlyWhatIsCertain()
    {
        QFETCH(QStringList, heard);
        QFETCH(QString, period);
        const ClockJudge judge = ::heard(heard, QDate(2026, 3, 23)); // the Monday on which 2026-W09 closes
        QTEST(judge.mayRefuse(::period(period), m_now), "mayRefuse");
    }
    void saysWhatSpeaksAgainstTheClock()
    {
        QCOMPARE(heard({}, QDate(2027, 1, 2)).problem(m_now),
                 u"the clock shows 2026-11-18T12:00:00Z, but this program was built on 2027-01-02"_s);
        QCOMPARE(heard(all(u"2025-W47"_s)).problem(m_now), u"the clock shows 2026-11-18T12:00:00Z, but most of the "
                                                           "last 5 requests are 52 weeks behind it"_s);
        QCOMPARE(heard(all(u"2026-W49"_s)).problem(m_now),
                 u"the clock shows 2026-11-18T12:00:00Z, but most of the last 5 requests are 2 weeks ahead of it"_s);
    }
};

QTEST_GUILESS_MAIN(TestClockJudge)
#include "tst_clockjudge.moc"
