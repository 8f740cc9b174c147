#include "host/simulate/walk.h"

#include "support/dictionary.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWalk : public QObject
{
    Q_OBJECT

    const Catalog m_catalog{TestSupport::publicStrings()};

    static SimulateOptions options(int weeks)
    {
        return {50, 1, *Week::fromString(u"2026-W40"_s), weeks, std::nullopt, std::nullopt, {}};
    }

private Q_SLOTS:
    /// Not more, not fewer, and in the same bytes as the simulation makes by itself.
    void everybodyReportsInEachWeek()
    {
        const SimulateOptions two = options(2);
        Walk walk(two, m_catalog, TestSupport::dictionary(), [](const QString &) {});
        QByteArrayList walked;
        while (const auto batch = walk.next())
            walked.append(batch->events.join(','));
        Simulation simulation(two.seed, two.people, m_catalog, TestSupport::dictionary());
        QByteArrayList made;
        qint64 reports = 0;
        qint64 events = 0;
        for (int i = 0; i < 2; ++i) {
            const Week week = two.from.plusWeeks(i);
            for (const qint64 person : simulation.orderIn(week)) {
                const auto sent = simulation.send(person, week);
                reports += sent.merged.isEmpty() ? 0 : 1;
                for (const Batch &batch : sent.batches) {
                    events += batch.events.size();
                    made.append(batch.events.join(','));
                }
            }
        }
        QVERIFY(events > 100);
        QCOMPARE(walked, made);
        QCOMPARE(walk.events(), events);
        QCOMPARE(walk.reports(), reports);
        QVERIFY(!walk.next()); // and that was all
    }
    void theTruthHasTheWeeksThatWereWalked()
    {
        const SimulateOptions two = options(2);
        Walk walk(two, m_catalog, TestSupport::dictionary(), [](const QString &) {});
        while (walk.next()) { }
        const auto truth = QJsonDocument::fromJson(walk.truth().toJson()).object();
        QCOMPARE(truth["weeks"_L1].toVariant().toStringList(), (QStringList{u"2026-W40"_s, u"2026-W41"_s}));
        const auto users = truth["tables"_L1]["users"_L1];
        QCOMPARE(users["2026-W40"_L1]["[]"_L1].toInteger() + users["2026-W41"_L1]["[]"_L1].toInteger(), walk.reports());
    }
};

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
