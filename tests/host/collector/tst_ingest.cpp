#include "host/collector/ingest.h"

#include "support/events.h"
#include "support/fakerawstore.h"
#include "support/semaphore.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <atomic>
#include <utility>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestIngest : public QObject
{
    Q_OBJECT

    /// A clock that other threads may read while it is set.
    class SetClock final : public Clock
    {
    public:
        QDateTime now() const override
        {
            looked.release();
            return TestSupport::now().addDays(days);
        }
        std::atomic<int> days = 0;
        mutable TestSupport::Semaphore looked; ///< at the clock
    };
    SetClock m_clock;

    /// Whether the writer has looked at the clock so often since: it has gone around, and what it had to do is done.
    [[nodiscard]] bool goesAround(int times = 3)
    {
        (void)m_clock.looked.tryAcquire(m_clock.looked.available(), 0);
        return m_clock.looked.tryAcquire(times, 5000);
    }

    static StoreRequest request(char fill) { return {{TestSupport::eventOf(u"napari"_s, fill)}, {}}; }

private Q_SLOTS:
    void completesOnlyAfterTheCommit()
    {
        FakeRawStoreState state;
        state.blocks = true;
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        TestSupport::Semaphore completed;
        QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &outcome) {
            if (outcome.ok() && outcome.value().stored == 1)
                completed.release();
        }));
        state.entered.acquire();
        QCOMPARE(completed.available(), 0);
        state.proceed.release();
        QVERIFY(completed.tryAcquire(1, 5000));
    }
    void commitsWhatWaitsTogether()
    {
        FakeRawStoreState state;
        state.blocks = true;
        IngestOptions options;
        options.groupRequests = 3;
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        TestSupport::Semaphore completed;
        for (const char fill : {'a', 'b', 'c', 'd', 'e'}) {
            QVERIFY(ingest.submit(request(fill), [&](const Result<StoreOutcome> &) { completed.release(); }));
            if (fill == 'a')
                state.entered.acquire(); // the rest waits while this one is committed
        }
        state.proceed.release(3);
        QVERIFY(completed.tryAcquire(5, 5000));
        QList<qsizetype> sizes;
        for (const auto &group : state.committed())
            sizes.append(group.size());
        QCOMPARE(sizes, (QList<qsizetype>{1, 3, 1}));
    }
    void refusesWhenFull()
    {
        FakeRawStoreState state;
        state.blocks = true;
        IngestOptions options;
        options.queueRequests = 2;
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        std::atomic<int> completed = 0;
        const auto count = [&](const Result<StoreOutcome> &) { ++completed; };
        QVERIFY(ingest.submit(request('a'), count));
        state.entered.acquire();
        QVERIFY(ingest.submit(request('b'), count));
        QVERIFY(ingest.submit(request('c'), count));
        QVERIFY(
            !ingest.submit(request('d'), [](const Result<StoreOutcome> &) { qFatal("completed what was not taken"); }));
        state.proceed.release(3);
        QTRY_COMPARE(completed.load(), 3);
    }
    void aFailedCommitFailsEveryRequestOfItsGroupAndNoOther()
    {
        FakeRawStoreState state;
        state.fails = true;
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        std::atomic<int> failed = 0;
        std::atomic<int> stored = 0;
        const auto count = [&](const Result<StoreOutcome> &outcome) { ++(outcome ? stored : failed); };
        QVERIFY(ingest.submit(request('a'), count));
        QTRY_COMPARE(failed.load(), 1);
        state.fails = false;
        QVERIFY(ingest.submit(request('a'), count));
        QTRY_COMPARE(stored.load(), 1);
        QCOMPARE(failed.load(), 1);
    }
    void stopCommitsWhatWaits()
    {
        FakeRawStoreState state;
        state.blocks = true;
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        std::atomic<int> stored = 0;
        for (const char fill : {'a', 'b', 'c'})
            QVERIFY(ingest.submit(request(fill), [&](const Result<StoreOutcome> &outcome) { stored += outcome.ok(); }));
        state.proceed.release(3);
        ingest.stop();
        QCOMPARE(stored.load(), 3);
        QVERIFY(!ingest.submit(request('d'), [](const Result<StoreOutcome> &) { qFatal("stopped"); }));
    }
    void startHandsOnWhyTheStoreDoesNotOpen()
    {
        Ingest ingest(m_clock);
        const auto started = ingest.start([]() -> Result<std::unique_ptr<AbstractRawStore>> {
            return Error{Error::Code::Unsupported, u"made by a newer version"_s};
        });
        QVERIFY(!started);
        QCOMPARE(started.error().detail, u"made by a newer version"_s);
        QVERIFY(!ingest.submit(request('a'), [](const Result<StoreOutcome> &) { qFatal("no store"); }));
    }
    void aTransactionHoldsSoManyEvents()
    {
        FakeRawStoreState state;
        state.blocks = true;
        IngestOptions options;
        options.groupEvents = 3;
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        TestSupport::Semaphore completed;
        bool isFirst = true;
        for (const int events : {1, 2, 1, 5, 1}) {
            StoreRequest several;
            for (int i = 0; i < events; ++i)
                several.put += request('a').put;
            QVERIFY(ingest.submit(several, [&](const Result<StoreOutcome> &) { completed.release(); }));
            if (std::exchange(isFirst, false))
                state.entered.acquire(); // it is being committed while the rest comes
        }
        state.proceed.release(5);
        QVERIFY(completed.tryAcquire(5, 5000));
        QList<qsizetype> sizes;
        for (const auto &group : state.committed())
            sizes.append(group.size());
        QCOMPARE(sizes, (QList<qsizetype>{1, 2, 1, 1})); // 1, 2 + 1, 5 alone, 1
    }
    void tidiesAtTheStart()
    {
        FakeRawStoreState state;
        state.periods = {u"2026-W47"_s, u"2026-W30"_s};
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        ingest.stop();
        QCOMPARE(state.deleted, QList<QStringList>{{u"2026-W30"_s}});
        QCOMPARE(state.tidiedOn, TestSupport::now().date());
        QCOMPARE(state.checked.available(), 0); // opening it did
    }
    void tidiesOnceADay()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.dayCheck = std::chrono::milliseconds(1);
        Ingest ingest(m_clock, options);
        m_clock.days = 0;
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        QVERIFY(goesAround());
        QCOMPARE(state.tidied.available(), 0);
        m_clock.days = 1;
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        QVERIFY(goesAround());
        ingest.stop();
        QCOMPARE(state.tidied.available(), 0);
        QCOMPARE(state.tidiedOn, TestSupport::now().date().addDays(1));
        m_clock.days = 0;
    }
    /// Not at midnight only, and without a restart.
    void deletesWhatIsPublishedOnTheSameDay()
    {
        FakeRawStoreState state;
        state.periods = {u"2026-W47"_s, u"2026-W43"_s, u"2026-10"_s};
        std::atomic<bool> isPublished = false;
        TestSupport::Semaphore asked;
        IngestOptions options;
        options.dayCheck = std::chrono::milliseconds(1);
        options.published = [&](const QStringList &stored) {
            asked.release();
            const std::lock_guard lock(state.mutex);
            const bool isLeft = stored == state.periods && stored.contains(u"2026-10"_s);
            return isPublished && isLeft ? QStringList{u"2026-W43"_s, u"2026-10"_s} : QStringList();
        };
        Ingest ingest(m_clock, options);
        m_clock.days = 0;
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        QVERIFY(asked.tryAcquire(5, 5000)); // again and again
        QCOMPARE(state.tidied.available(), 0);
        isPublished = true;
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        {
            const std::lock_guard lock(state.mutex);
            state.periods = {u"2026-W47"_s};
        }
        (void)state.tidied.tryAcquire(state.tidied.available(), 0); // begun before that
        QVERIFY(goesAround());
        ingest.stop();
        QVERIFY(state.deleted.size() >= 2);
        QCOMPARE(state.deleted.takeFirst(), QStringList());
        for (const QStringList &deleted : std::as_const(state.deleted))
            QCOMPARE(deleted, (QStringList{u"2026-W43"_s, u"2026-10"_s}));
        QCOMPARE(state.tidiedOn, TestSupport::now().date());
    }
    /// It doesn't follow from the clock. What does waits.
    void deletesWhatIsPublishedByAnyClock_data()
    {
        QTest::addColumn<bool>("doubted");
        QTest::addColumn<QStringList>("deleted");
        QTest::newRow("may be wrong") << true << QStringList{u"2026-10"_s};
        QTest::newRow("is right") << false << QStringList{u"2026-W30"_s, u"2026-10"_s};
    }
    void deletesWhatIsPublishedByAnyClock()
    {
        QFETCH(bool, doubted);
        FakeRawStoreState state;
        state.periods = {u"2026-W30"_s, u"2026-10"_s, u"2026-W47"_s};
        IngestOptions options;
        options.published = [doubted](const QStringList &) {
            return doubted ? QStringList{u"2026-10"_s} : QStringList{u"2026-W30"_s, u"2026-10"_s}; // one is old as well
        };
        Ingest ingest(m_clock, options);
        ingest.doubtClock(doubted);
        if (doubted)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"they are deleted tomorrow$"_s));
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        ingest.stop();
        QCOMPARE(state.deleted.size(), 1);
        QTEST(state.deleted.first(), "deleted");
    }
    void commitsBetweenTheStepsOfTheTidying()
    {
        FakeRawStoreState state;
        state.steps = 1'000'000; // it doesn't end in this test
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(3, 5000));
        TestSupport::Semaphore completed;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
            QVERIFY(completed.tryAcquire(1, 5000));
        }
        QVERIFY(state.tidied.tryAcquire(3, 5000)); // and it goes on
        ingest.stop();                             // at once
        QVERIFY(!state.tidiedOn.isValid());
    }
    void pausesBetweenTwoStepsWhileRequestsCome()
    {
        FakeRawStoreState state;
        state.steps = 1'000'000;
        IngestOptions options;
        options.stepPause = std::chrono::hours(1);
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        TestSupport::Semaphore completed;
        const auto ask = [&] {
            return ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); })
                   && completed.tryAcquire(1, 5000);
        };
        QVERIFY(ask());
        const int before = state.tidied.available();
        for (int i = 0; i < 20; ++i)
            QVERIFY(ask());
        QVERIFY(state.tidied.available() <= before + 1); // one may have begun
    }
    /// Weeks that are all too old by a clock that jumped; see tst_rawage for what else there is.
    void deletesNothingTodayByAClockThatMayBeWrong_data()
    {
        QTest::addColumn<QStringList>("periods");
        QTest::addColumn<bool>("doubted");
        QTest::newRow("all would go") << QStringList{u"2026-W30"_s, u"2026-W31"_s} << false;
        QTest::newRow("others say so") << QStringList{u"2026-W30"_s, u"2026-W47"_s} << true;
    }
    void deletesNothingTodayByAClockThatMayBeWrong()
    {
        QFETCH(QStringList, periods);
        QFETCH(bool, doubted);
        FakeRawStoreState state;
        state.periods = periods;
        IngestOptions options;
        options.dayCheck = std::chrono::milliseconds(1);
        Ingest ingest(m_clock, options);
        ingest.doubtClock(doubted);
        m_clock.days = 0;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"they are deleted tomorrow$"_s));
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        m_clock.days = 1;
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        ingest.stop();
        QCOMPARE(state.deleted.size(), 2);
        QCOMPARE(state.deleted.first(), QStringList());
        QVERIFY(state.deleted.last().contains(u"2026-W30"_s));
        m_clock.days = 0;
    }
    /// It is looked at again and again, until it is whole.
    void deletesNothingInADamagedStore()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.dayCheck = std::chrono::milliseconds(1);
        Ingest ingest(m_clock, options);
        state.damaged = true;
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        QVERIFY(state.checked.tryAcquire(3, 5000));
        QVERIFY(ingest.state().damaged);
        QCOMPARE(state.tidied.available(), 0);
        state.damaged = false;
        QVERIFY(state.tidied.tryAcquire(1, 5000));
        QVERIFY(!ingest.state().damaged);
    }
    void tellsTheOperator()
    {
        FakeRawStoreState state;
        state.periods = {u"2026-W47"_s, u"2026-11"_s, u"2026-W44"_s, u"ancient"_s};
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QTRY_COMPARE(ingest.state().oldest, u"2026-W44"_s);
        TestSupport::Semaphore completed;
        QVERIFY(ingest.submit({}, [&](const Result<StoreOutcome> &) { completed.release(); }));
        QVERIFY(completed.tryAcquire(1, 5000));
        QCOMPARE(ingest.state().logRequests, 0); // nothing of anybody
        QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
        QVERIFY(completed.tryAcquire(1, 5000));
        const IngestState told = ingest.state();
        QCOMPARE(told.commits, 2);
        QCOMPARE(told.logRequests, 1);
        QCOMPARE(told.waiting, 0);
        QCOMPARE(told.bytes, (RawSizes{4096, 32}));
        QVERIFY(told.slowest <= told.committing);
    }
    void emptiesTheLogSecondsAfterARequest()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.logAge = std::chrono::milliseconds(200);
        options.dayCheck = std::chrono::milliseconds(1);
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.truncated.tryAcquire(1, 5000)); // at the start
        QCOMPARE(ingest.state().logRequests, 0);
        TestSupport::Semaphore completed;
        QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
        QVERIFY(completed.tryAcquire(1, 5000));
        QCOMPARE(ingest.state().logRequests, 1);
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        QTRY_COMPARE(ingest.state().logRequests, 0);
        QVERIFY(goesAround(400));                 // of a millisecond each, twice the log's age
        QCOMPARE(state.truncated.available(), 0); // nothing in it, nothing to do
    }
    /// A monitor asks for as long as the collector runs.
    void emptiesTheLogAlsoOfWhatChangesNothing()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.logAge = std::chrono::milliseconds(1);
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.truncated.tryAcquire(1, 5000)); // of the start
        QVERIFY(ingest.submit({}, [](const Result<StoreOutcome> &) {}));
        QVERIFY(state.truncated.tryAcquire(1, 5000));
    }
    void aBusyLogIsNotEmptiedLater()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.logAge = std::chrono::milliseconds(50);
        options.logRequests = 1'000'000;
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        TestSupport::Semaphore completed;
        QElapsedTimer time;
        time.start();
        while (state.truncated.available() == 0 && time.elapsed() < 5000) {
            QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
            QVERIFY(completed.tryAcquire(1, 5000)); // and the next one at once: it is never idle
        }
        QVERIFY(state.truncated.available() > 0);
    }
    void theLogHoldsSoManyRequests()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.logRequests = 3;
        Ingest ingest(m_clock, options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        TestSupport::Semaphore completed;
        qsizetype most = 0;
        for (int i = 0; i < 7; ++i) {
            QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
            QVERIFY(completed.tryAcquire(1, 5000));
            most = qMax(most, ingest.state().logRequests);
        }
        QCOMPARE(most, 3);
        QCOMPARE(state.truncated.available(), 2);
        QCOMPARE(ingest.state().logRequests, 1);
    }
    void triesAgainWhenSomebodyReads()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.logAge = std::chrono::milliseconds(1);
        state.isRead = true;
        Ingest ingest(m_clock, options);
        QTest::ignoreMessage(QtWarningMsg, "the raw database's log was not emptied: somebody reads"); // once
        QTest::failOnWarning(QRegularExpression(u"emptied"_s));
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        TestSupport::Semaphore completed;
        QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
        QVERIFY(completed.tryAcquire(1, 5000));
        QVERIFY(state.truncated.tryAcquire(4, 5000));
        QVERIFY(ingest.state().logRequests == 1 && ingest.state().logAge.count() >= 1);
        state.isRead = false;
        QTRY_COMPARE(ingest.state().logRequests, 0);
    }
};

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
