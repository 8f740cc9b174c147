#include "host/collector/heartbeat.h"

#include <QTest>

#include <optional>

using namespace Telemetry;

class TestHeartbeat : public QObject
{
    Q_OBJECT

    std::optional<std::function<void()>> m_back; ///< of the round that is on its way
    int m_rounds = 0;

    Heartbeat heartbeat()
    {
        return Heartbeat([this](std::function<void()> back) {
            ++m_rounds;
            m_back = std::move(back);
        });
    }

private Q_SLOTS:
    void init()
    {
        m_back.reset();
        m_rounds = 0;
    }
    void aThreadThatHangsIsNoticed()
    {
        Heartbeat heart = heartbeat();
        QVERIFY(heart.beat()); // nothing was asked yet
        QVERIFY(!heart.beat());
        QVERIFY(!heart.beat());
        QCOMPARE(m_rounds, 1); // it is not given more work
        (*m_back)();
        QVERIFY(heart.beat());
        QCOMPARE(m_rounds, 2);
    }
    void aRoundThatWasDroppedIsNoAnswerAndNotTheLast()
    {
        Heartbeat heart = heartbeat();
        QVERIFY(heart.beat());
        m_back.reset();
        QVERIFY(!heart.beat());
        QCOMPARE(m_rounds, 2);
        (*m_back)();
        m_back.reset();
        QVERIFY(heart.beat());
    }
    void aRoundMayComeBackWhenNobodyWaits()
    {
        {
            Heartbeat heart = heartbeat();
            QVERIFY(heart.beat());
        }
        (*m_back)();
    }
};

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
