#include "host/collector/ingest.h"

#include "support/events.h"
#include "support/fakerawstore.h"
#include "support/semaphore.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestIngest : public QObject
{
    Q_OBJECT

    static StoreRequest request(char fill) { return {{TestSupport::eventOf(u"napari"_s, fill)}, {}}; }

private Q_SLOTS:
    void completesOnlyAfterTheCommit()
    {
        FakeRawStoreState state;
        state.blocks = true;
        Ingest ingest;
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
        Ingest ingest(options);
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
        Ingest ingest(options);
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
        Ingest ingest;
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
        Ingest ingest;
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
        Ingest ingest;
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
        Ingest ingest;
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.rebuilt.tryAcquire(1, 5000));
        QVERIFY(state.truncated.tryAcquire(1, 5000));
    }
    void tidiesWithoutRequests()
    {
        FakeRawStoreState state;
        IngestOptions options;
        options.truncateInterval = std::chrono::milliseconds(1);
        options.rebuildTruncations = 3;
        Ingest ingest(options);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        QVERIFY(state.rebuilt.tryAcquire(2, 5000));
        ingest.stop();
        QVERIFY(state.truncated.available() >= 1 + 3);
    }
};

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
