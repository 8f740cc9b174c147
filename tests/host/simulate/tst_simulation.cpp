#include "host/simulate/simulation.h"

#include "contract/batchcodec.h"
#include "host/collector/requestvalidator.h"
#include "host/simulate/simulateoptions.h"
#include "support/dictionary.h"

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSimulation : public QObject
{
    Q_OBJECT

    static constexpr qint64 people = 200;
    const Catalog m_catalog{TestSupport::publicStrings()};
    const Week m_first = *Week::fromString(u"2026-W40");

    Simulation simulation(quint64 seed = 1, qint64 number = people) const
    {
        return Simulation(seed, number, m_catalog, TestSupport::dictionary());
    }
    static QByteArrayList bytes(Simulation &simulated, Week week, qint64 number = people)
    {
        QByteArrayList all;
        for (qint64 person = 0; person < number; ++person) {
            for (const Batch &batch : simulated.send(person, week).batches)
                all.append(BatchCodec::encode(1, batch.events));
        }
        return all;
    }

private Q_SLOTS:
    void everyEventPassesTheCollector()
    {
        const RequestValidator validator(TestSupport::dictionary(), TestSupport::publicStrings());
        const QDateTime now = *momentFor(m_first, 4);
        Simulation simulated = simulation();
        qsizetype accepted = 0;
        for (int i = 0; i < 4; ++i) {
            for (qint64 person = 0; person < people; ++person) {
                for (const Batch &batch : simulated.send(person, m_first.plusWeeks(i)).batches) {
                    const auto checked = validator.validate(batch.level, BatchCodec::encode(1, batch.events), now);
                    QVERIFY(checked.ok());
                    QVERIFY2(checked.value().refused.isEmpty(), qPrintable(checked.value().refused.value(0).reason));
                    accepted += checked.value().accepted.size();
                    QSet<QByteArray> reporters;
                    for (const Event &event : checked.value().accepted)
                        reporters.insert(event.topic.toUtf8() + event.reporter.bytes());
                    QCOMPARE(reporters.size(), batch.events.size());
                }
            }
        }
        QVERIFY(accepted > 1000);
    }
    void theSameSeedMakesTheSameBytes()
    {
        Simulation first = simulation();
        Simulation second = simulation();
        QCOMPARE(bytes(first, m_first), bytes(second, m_first));
        QCOMPARE(first.orderIn(m_first), second.orderIn(m_first));
        Simulation other = simulation(2);
        QVERIFY(bytes(other, m_first) != bytes(first, m_first));
    }
    void blocksJoin()
    {
        QList<QByteArrayList> whole;
        Simulation once = simulation();
        for (int i = 0; i < 6; ++i)
            whole.append(bytes(once, m_first.plusWeeks(i)));
        for (const int begin : {4, 0, 2}) { // in any order
            Simulation block = simulation();
            for (int i = begin; i < begin + 2; ++i)
                QCOMPARE(bytes(block, m_first.plusWeeks(i)), whole[i]);
        }
        Simulation backwards = simulation();
        for (int i = 5; i >= 0; --i)
            QCOMPARE(bytes(backwards, m_first.plusWeeks(i)), whole[i]);
    }
    void morePeopleChangeNobody()
    {
        Simulation few = simulation(1, 50);
        Simulation many = simulation(1, 500);
        QCOMPARE(bytes(few, m_first, 50), bytes(many, m_first, 50));
    }
    void noReporterIsSeenInTwoWeeks()
    {
        Simulation simulated = simulation();
        QSet<QByteArray> before;
        for (int i = 0; i < 3; ++i) {
            QSet<QByteArray> now;
            for (qint64 person = 0; person < people; ++person) {
                for (const Batch &batch : simulated.send(person, m_first.plusWeeks(i)).batches) {
                    for (const QByteArray &event : batch.events)
                        now.insert(eventFromBytes(event).value().reporter.bytes());
                }
            }
            QVERIFY(now.size() > 100);
            QVERIFY(!now.intersects(before));
            before += now;
        }
    }
    void ordersEveryWeekAnew()
    {
        const Simulation simulated = simulation();
        QList<qint64> order = simulated.orderIn(m_first);
        QVERIFY(order != simulated.orderIn(m_first.plusWeeks(1)));
        std::sort(order.begin(), order.end());
        for (qint64 i = 0; i < people; ++i)
            QCOMPARE(order[i], i);
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
