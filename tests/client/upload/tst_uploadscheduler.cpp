#include "client/upload/uploadscheduler.h"

#include "contract/limits.h"
#include "support/events.h"
#include "support/memorysendingstore.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kind = UploadOutcome::Kind;

namespace {

const QDateTime noon = TestSupport::now(); // Wednesday of 2026-W47

SpooledEvent spooled(const QString &topic)
{
    const Event event = TestSupport::eventOf(topic);
    return {event, TestSupport::dictionary().topic(topic)->level, eventBytes(event), SpooledEvent::State::Pending, {}};
}

UploadScheduler::Pending everything()
{
    return {{Level::Basic, {spooled(u"napari"_s)}},
            {Level::Middle, {spooled(u"plugin"_s)}},
            {Level::Full, {spooled(u"command"_s)}}};
}

UploadReport reportOf(Level level, Kind kind, const QByteArray &retryAfter = {})
{
    UploadOutcome outcome;
    outcome.level = level;
    outcome.kind = kind;
    outcome.retryAfter = retryAfter;
    return {{outcome}};
}

} // namespace

class TestUploadScheduler : public QObject
{
    Q_OBJECT
private:
    FixedClock m_clock{noon};
    TestSupport::MemorySendingStore m_store;
    std::unique_ptr<UploadScheduler> m_scheduler;

    void restart()
    {
        m_scheduler = std::make_unique<UploadScheduler>(m_clock, TestSupport::dictionary(), QRandomGenerator(7));
        m_scheduler->setAgreed(noon.addDays(-30));
    }
    UploadPlan plan(const UploadScheduler::Pending &pending = everything())
    {
        return m_scheduler->plan(pending, m_store).value();
    }
    QDateTime nextOf(Level level, const UploadScheduler::Pending &pending = everything())
    {
        for (const PlannedLevel &one : plan(pending).levels) {
            if (one.level == level)
                return one.next;
        }
        return {};
    }
private Q_SLOTS:
    void init()
    {
        m_clock.set(noon);
        m_store.states.clear();
        m_store.writes = 0;
        m_store.failing = m_store.full = false;
        restart();
    }
    void nothingWaitsNothingIsPlanned()
    {
        QVERIFY(plan({}).levels.isEmpty());
        QVERIFY(!plan({}).next().isValid());
        QCOMPARE(m_store.writes, 0);
    }
    void countsWhatMayLeaveNow()
    {
        QCOMPARE(plan().waiting, 2); // one of basic, one of middle; what is counted still grows
        m_clock.set(noon.addDays(7));
        QCOMPARE(plan().waiting, 3);
        QCOMPARE(plan({}).waiting, 0);
    }
    void aPlanStaysUntilItIsTried()
    {
        const UploadPlan first = plan();
        m_clock.set(noon.addSecs(300));
        QCOMPARE(plan(), first);
        m_scheduler->setAgreed(noon.addDays(-30)); // the same grant again
        QCOMPARE(plan(), first);
    }
    void theFirstAttemptIsNotAtStart()
    {
        QVERIFY(plan().dueAt(noon.addSecs(599)).isEmpty());
        const QList<Level> evening = plan().dueAt(noon.addSecs(600 + 4 * 3600));
        QCOMPARE(evening, (QList<Level>{Level::Basic, Level::Middle})); // the counters' week is not over
    }
    void twoPeopleDoNotSendAtTheSameMoment()
    {
        const QDateTime one = nextOf(Level::Basic);
        UploadScheduler other(m_clock, TestSupport::dictionary(), QRandomGenerator(8));
        other.setAgreed(noon.addDays(-30));
        QVERIFY(other.plan(everything(), m_store).value().levels[0].next != one);
    }
    void aDayOfRestAfterTheAnswer_data()
    {
        QTest::addColumn<QDateTime>("agreed");
        QTest::newRow("now") << noon;
        QTest::newRow("nobody knows") << QDateTime();
        QTest::newRow("the clock was ahead") << noon.addYears(10);
    }
    void aDayOfRestAfterTheAnswer()
    {
        QFETCH(QDateTime, agreed);
        m_scheduler->setAgreed(agreed);
        QVERIFY(plan().dueAt(noon.addDays(1).addSecs(-1)).isEmpty());
        QVERIFY(!plan().dueAt(noon.addDays(1).addSecs(4 * 3600)).isEmpty());
    }
    void aRestartForgetsNothing()
    {
        QVERIFY(m_scheduler->note(reportOf(Level::Basic, Kind::Accepted), m_store).ok());
        m_clock.set(noon.addSecs(7200));
        restart();
        QVERIFY(nextOf(Level::Basic) >= noon.addDays(1));
    }
    void aCrashWhileSendingCountsAsAnAttempt()
    {
        QVERIFY(m_scheduler->noteBegin({Level::Basic}, m_store).ok());
        restart();
        QVERIFY(nextOf(Level::Basic) >= noon.addDays(1));
        QVERIFY(nextOf(Level::Middle) < noon.addDays(1));
    }
    void aHigherLevelNeverHoldsBackALowerOne()
    {
        for (int day = 0; day < 5; ++day) {
            m_clock.set(noon.addDays(2 * day));
            QVERIFY(m_scheduler->note(reportOf(Level::Full, Kind::RetryLater), m_store).ok());
            QVERIFY(m_scheduler->note(reportOf(Level::Middle, Kind::RetryLater), m_store).ok());
        }
        m_clock.set(noon.addDays(8).addSecs(60));
        restart();
        const QDateTime soon = m_clock.now().addSecs(600 + 4 * 3600);
        QVERIFY(nextOf(Level::Basic) <= soon);
        QVERIFY(nextOf(Level::Full) > soon);
        QVERIFY(nextOf(Level::Middle) > soon);
    }
    void neverMoreThanOnceADayWhateverTheAnswers_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("accepted") << static_cast<int>(Kind::Accepted);
        QTest::newRow("later") << static_cast<int>(Kind::RetryLater);
        QTest::newRow("rejected") << static_cast<int>(Kind::Rejected);
        QTest::newRow("cancelled") << static_cast<int>(Kind::Cancelled);
    }
    void neverMoreThanOnceADayWhateverTheAnswers()
    {
        // Sixty days of a napari that is never closed: every quarter of an hour it is looked at.
        QFETCH(int, kind);
        QList<QDateTime> attempts;
        for (QDateTime now = noon; now < noon.addDays(60); now = now.addSecs(900)) {
            m_clock.set(now);
            if (!plan().dueAt(now).contains(Level::Basic))
                continue;
            attempts.append(now);
            QVERIFY(m_scheduler->noteBegin({Level::Basic}, m_store).ok());
            QVERIFY(m_scheduler->note(reportOf(Level::Basic, static_cast<Kind>(kind)), m_store).ok());
        }
        QVERIFY(attempts.size() >= 12);
        for (qsizetype i = 1; i < attempts.size(); ++i)
            QVERIFY(attempts[i - 1].secsTo(attempts[i]) >= 24 * 3600);
    }
    void shortSessionsAreCountedBeforeTheirWeekCloses()
    {
        // Five minutes every Tuesday: the events of week 47 must go before 14 December.
        const UploadScheduler::Pending pending{{Level::Basic, {spooled(u"napari"_s)}}};
        QDateTime sent;
        for (QDateTime start = noon.addDays(-1); !sent.isValid() && start < noon.addDays(60);
             start = start.addDays(7)) {
            m_clock.set(start);
            restart();
            for (int minute = 1; minute <= 5 && !sent.isValid(); ++minute) {
                m_clock.set(start.addSecs(60 * minute));
                if (!plan(pending).dueAt(m_clock.now()).isEmpty())
                    sent = m_clock.now();
            }
        }
        QVERIFY(sent.isValid());
        QVERIFY(sent < pending.first().first().event.period.closesAt());
    }
    void whatTheServerAsksForHoldsTheUsersClick()
    {
        QVERIFY(m_scheduler->note(reportOf(Level::Middle, Kind::RetryLater, "3600"), m_store).ok());
        QCOMPARE(m_scheduler->sendableNow(Level::Full, m_store).value(), (QList<Level>{Level::Basic, Level::Full}));
        QCOMPARE(m_scheduler->sendableNow(Level::Basic, m_store).value(), (QList<Level>{Level::Basic}));
        m_clock.set(noon.addSecs(3600));
        QCOMPARE(m_scheduler->sendableNow(Level::Full, m_store).value(), sendingLevels());
    }
    void ourBackOffDoesNotHoldTheUsersClick()
    {
        QVERIFY(m_scheduler->note(reportOf(Level::Basic, Kind::RetryLater), m_store).ok());
        QCOMPARE(m_scheduler->sendableNow(Level::Basic, m_store).value(), (QList<Level>{Level::Basic}));
    }
    void unreachableIsSaidOfALevelThatWaits()
    {
        for (const int day : {0, 1, 2, 3}) {
            QVERIFY(!plan().unreachable);
            m_clock.set(noon.addDays(day));
            QVERIFY(m_scheduler->note(reportOf(Level::Full, Kind::RetryLater), m_store).ok());
        }
        QVERIFY(plan().unreachable);
        QVERIFY(!plan({{Level::Basic, {spooled(u"napari"_s)}}}).unreachable); // full is not granted any more
        QVERIFY(m_scheduler->note(reportOf(Level::Full, Kind::Accepted), m_store).ok());
        QVERIFY(!plan().unreachable);
    }
    void aClockThatJumpsHoldsNothingForYears_data()
    {
        QTest::addColumn<int>("years");
        QTest::newRow("ahead") << 10;
        QTest::newRow("back") << -10;
    }
    void aClockThatJumpsHoldsNothingForYears()
    {
        QFETCH(int, years);
        QVERIFY(m_scheduler->note(reportOf(Level::Basic, Kind::RetryLater, "86400"), m_store).ok());
        m_clock.set(noon.addYears(years)); // in the running session
        SpooledEvent recorded = spooled(u"napari"_s);
        recorded.event.period = Week::of(m_clock.now());
        recorded.event.recordedIn = {};
        const UploadScheduler::Pending pending{{Level::Basic, {recorded}}};
        QVERIFY(nextOf(Level::Basic, pending) <= m_clock.now().addDays(6));
        restart();
        QVERIFY(nextOf(Level::Basic, pending) <= m_clock.now().addDays(6));
        QVERIFY(plan().dueAt(m_clock.now().addSecs(59)).isEmpty());
    }
    void whereNothingCanBeKeptNothingIsPlanned()
    {
        m_store.failing = true;
        QVERIFY(!m_scheduler->plan(everything(), m_store).ok());
        QVERIFY(!m_scheduler->sendableNow(Level::Full, m_store).ok());
        m_store.failing = false;
        m_store.full = true;
        QVERIFY(!m_scheduler->noteBegin({Level::Basic}, m_store).ok());
    }
};

QTEST_GUILESS_MAIN(TestUploadScheduler)
#include "tst_uploadscheduler.moc"
