#include "host/collector/repeater.h"

#include "support/semaphore.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace Telemetry;
using namespace std::chrono_literals;

class TestRepeater : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsAgainAndAgain()
    {
        TestSupport::Semaphore called;
        const Repeater repeater(1ms, [&] { called.release(); });
        QVERIFY(called.tryAcquire(3, 5'000));
    }
    void endsWithinItsPauseAndCallsNoMore()
    {
        std::atomic<int> calls = 0;
        QElapsedTimer timer;
        timer.start();
        {
            const Repeater repeater(1h, [&] { ++calls; });
        }
        QVERIFY(timer.elapsed() < 60'000);
        QCOMPARE(calls.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRepeater)
#include "tst_repeater.moc"
