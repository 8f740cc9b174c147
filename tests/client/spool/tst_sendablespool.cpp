#include "client/spool/sendablespool.h"

#include "support/memoryspool.h"
#include "support/values.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

class HeldInMemory final : public AbstractHeldTopics
{
public:
    Result<QSet<QString>> read() const override
    {
        if (failing)
            return Error{Error::Code::Io, u"the disk is gone"_s};
        return topics;
    }
    Result<Done> setHeld(const QString &topic, bool held) override
    {
        held ? void(topics.insert(topic)) : void(topics.remove(topic));
        return Done{};
    }
    QSet<QString> topics;
    bool failing = false;
};

} // namespace

class TestSendableSpool : public QObject
{
    Q_OBJECT
private:
    HeldInMemory m_held;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)}; // 2026-W47
    std::unique_ptr<MemorySpool> m_inner;
    std::unique_ptr<SendableSpool> m_spool;

    QStringList leaving(Level level)
    {
        QStringList topics;
        const auto pending = m_spool->pending(level);
        for (const SpooledEvent &event : pending ? pending.value() : QList<SpooledEvent>())
            topics.append(event.event.topic);
        return topics;
    }

private Q_SLOTS:
    void init()
    {
        m_held.topics.clear();
        m_held.failing = false;
        m_clock.set(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
        m_spool.reset();
        m_inner = std::make_unique<MemorySpool>();
        m_spool = std::make_unique<SendableSpool>(*m_inner, TestSupport::dictionary(), m_held, m_clock);
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(m_spool->record(TestSupport::event(topic.topic, topic.example)).ok());
    }
    void countersOfTheRunningWeekStayAndLeaveAfterIt()
    {
        QCOMPARE(leaving(Level::Basic), TestSupport::topicsUpTo(Level::Basic));
        QVERIFY(!leaving(Level::Full).contains(u"command"_s));
        QCOMPARE(leaving(Level::Full).size(), 4);                   // what is used, but not counted
        QCOMPARE(m_inner->count(SpooledEvent::State::Pending), 11); // recorded all the same
        m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
        QVERIFY(leaving(Level::Full).contains(u"command"_s));
        QCOMPARE(leaving(Level::Full).size(), 5);
    }
    void whatIsHeldIsNeitherSentNorRecorded()
    {
        QVERIFY(m_held.setHeld(u"plugin"_s, true).ok());
        QCOMPARE(leaving(Level::Middle), QStringList());
        const auto before = m_inner->rows.size();
        QVERIFY(m_spool->record(TestSupport::event(u"plugin", TestSupport::plugin(u"napari-x"_s, u"1.0"_s))).ok());
        QCOMPARE(m_inner->rows.size(), before);
        QVERIFY(m_held.setHeld(u"plugin"_s, false).ok());
        QCOMPARE(leaving(Level::Middle), QStringList{u"plugin"_s});
    }
    void whatIsHeldBetweenChoosingAndSendingStays()
    {
        const auto batch = m_spool->pending(Level::Middle).value();
        QCOMPARE(batch.size(), 1);
        QVERIFY(m_held.setHeld(u"plugin"_s, true).ok());
        QVERIFY(m_spool->beginSending(batch).value().isEmpty());
        QVERIFY(m_inner->rows[1].receipt.isEmpty());
    }
    void whenNobodyKnowsWhatIsHeldNothingHappens()
    {
        m_held.failing = true;
        const auto before = m_inner->rows.size();
        QVERIFY(!m_spool->record(TestSupport::event(u"plugin", TestSupport::plugin(u"napari-x"_s, u"1.0"_s))).ok());
        QCOMPARE(m_inner->rows.size(), before);
        QVERIFY(!m_spool->pending(Level::Basic).ok());
    }
};

QTEST_GUILESS_MAIN(TestSendableSpool)
#include "tst_sendablespool.moc"
