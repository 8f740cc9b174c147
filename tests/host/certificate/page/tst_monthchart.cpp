#include "host/certificate/page/monthchart.h"

#include <QTest>

using namespace Telemetry;

class TestMonthChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAxisReachesTheGreatest_data()
    {
        QTest::addColumn<qint64>("greatest");
        QTest::addColumn<qint64>("top");
        QTest::addColumn<qint64>("step");
        QTest::newRow("nobody") << qint64(0) << qint64(1) << qint64(1);
        QTest::newRow("one") << qint64(1) << qint64(1) << qint64(1);
        QTest::newRow("a few") << qint64(50) << qint64(50) << qint64(10);
        QTest::newRow("one more than a line") << qint64(121) << qint64(150) << qint64(50);
        QTest::newRow("on a line") << qint64(120) << qint64(120) << qint64(20);
        QTest::newRow("thousands") << qint64(7355) << qint64(8000) << qint64(2000);
        QTest::newRow("the most there can be") << qint64(1'001'000'000) << qint64(1'200'000'000) << qint64(200'000'000);
    }
    void theAxisReachesTheGreatest()
    {
        QFETCH(qint64, greatest);
        const AxisSteps axis = axisFor(greatest);
        QTEST(axis.top, "top");
        QTEST(axis.step, "step");
        QVERIFY(axis.top >= greatest);
    }
};

QTEST_GUILESS_MAIN(TestMonthChart)
#include "tst_monthchart.moc"
