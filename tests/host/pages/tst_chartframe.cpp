#include "host/pages/chartframe.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestChartFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAxisFillsThePlaceAndTheTopIsRound()
    {
        const ChartFrame frame({{u"2026-01"_s, u"2026-02"_s, u"2026-03"_s}}, ChartUnit::People, 1238);
        QCOMPARE(frame.x(0), ChartFrame::side);
        QCOMPARE(frame.x(1), ChartFrame::units / 2);
        QCOMPARE(frame.percent(1), u"50.00%"_s);
        QCOMPARE(frame.x(2), ChartFrame::units - ChartFrame::side);
        QCOMPARE(frame.top(), 1500);
        QCOMPARE(frame.y(0), double(ChartFrame::plotHeight));
        QCOMPARE(frame.y(1500), 0.0);
    }
    void onePeriodIsInTheMiddle()
    {
        QCOMPARE(ChartFrame({{u"2026-01"_s}}, ChartUnit::People, 0).percent(0), u"50.00%"_s);
        QCOMPARE(ChartFrame({}, ChartUnit::People, 0).top(), 1);
    }
    void numbersHaveTheirUnit()
    {
        QCOMPARE(ChartFrame({}, ChartUnit::People, 1).text(1230), u"1,230"_s);
        QCOMPARE(ChartFrame({}, ChartUnit::Share, 1).text(312), u"31.2 %"_s);
    }
    void aStepIsRound_data()
    {
        QTest::addColumn<qint64>("greatest");
        QTest::addColumn<qint64>("step");
        QTest::newRow("1") << qint64(1) << qint64(1);
        QTest::newRow("5") << qint64(5) << qint64(1);
        QTest::newRow("6") << qint64(6) << qint64(2);
        QTest::newRow("38") << qint64(38) << qint64(10);
        QTest::newRow("1238") << qint64(1238) << qint64(500);
        QTest::newRow("a million") << qint64(1000000) << qint64(200000);
    }
    void aStepIsRound()
    {
        QFETCH(qint64, greatest);
        QFETCH(qint64, step);
        QCOMPARE(stepFor(greatest), step);
    }
};

QTEST_GUILESS_MAIN(TestChartFrame)
#include "tst_chartframe.moc"
