#include "host/collector/ingest.h"

#include "support/events.h"
#include "support/fakerawstore.h"
#include "support/semaphore.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <atomic>

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
    void tidiesAtTheStart()
    {
        FakeRawStoreState state;
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.rebuilt.tryAcquire(1, 5000));
        QVERIFY(state.truncated.tryAcquire(1, 5000));
    }
    void deletesWhatIsOldAtTheStart()
    {
        FakeRawStoreState state;
        Ingest ingest(m_clock);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        const std::lock_guard lock(state.mutex);
        QCOMPARE(state.deletedAt, QList<QDateTime>{TestSupport::now()});
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
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        QVERIFY(goesAround());
        QCOMPARE(state.checked.available(), 0);
        QVERIFY(state.deletedOld.tryAcquire(1, 5000));
        QVERIFY(state.rebuilt.tryAcquire(1, 5000));
        m_clock.days = 1;
        QVERIFY(state.truncated.tryAcquire(1, 5000)); // last
        QCOMPARE(state.checked.available(), 1);
        QVERIFY(state.deletedOld.tryAcquire(1, 5000));
        QVERIFY(state.rebuilt.tryAcquire(1, 5000));
        QVERIFY(goesAround());
        ingest.stop();
        QCOMPARE(state.deletedAt, (QList<QDateTime>{TestSupport::now(), TestSupport::now().addDays(1)}));
        m_clock.days = 0;
    }
    /// It is looked at again and again, until it is whole.
    void deletesNothingInADamagedStore()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.dayCheck = std::chrono::milliseconds(1);
        Ingest ingest(m_clock, options);
        m_clock.days = 0;
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.deletedOld.tryAcquire(1, 5000));
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        state.damaged = true;
        m_clock.days = 1;
        QVERIFY(state.checked.tryAcquire(3, 5000));
        QCOMPARE(state.deletedOld.available(), 0);
        state.damaged = false;
        QVERIFY(state.deletedOld.tryAcquire(1, 5000));
        m_clock.days = 0;
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
        QCOMPARE(ingest.log(), LogContent{});
        TestSupport::Semaphore completed;
        QVERIFY(ingest.submit(request('a'), [&](const Result<StoreOutcome> &) { completed.release(); }));
        QVERIFY(completed.tryAcquire(1, 5000));
        QCOMPARE(ingest.log().requests, 1);
        QVERIFY(state.truncated.tryAcquire(1, 5000));
        QTRY_COMPARE(ingest.log(), LogContent{});
        QVERIFY(goesAround(400));                 // of a millisecond each, twice the log's age
        QCOMPARE(state.truncated.available(), 0); // nothing in it, nothing to do
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
            most = qMax(most, ingest.log().requests);
        }
        QCOMPARE(most, 3);
        QCOMPARE(state.truncated.available(), 2);
        QCOMPARE(ingest.log().requests, 1);
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
        QVERIFY(ingest.log().requests == 1 && ingest.log().age.count() >= 1);
        state.isRead = false;
        QTRY_COMPARE(ingest.log(), LogContent{});
    }
};

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
