#include "host/aggregate/budget.h"

#include "support/dictionary.h"

#include <QTest>

#include <cmath>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void epsilonIsTheBestOfAllOrders_data()
    {
        QTest::addColumn<double>("rho");
        for (const double rho : {0.001, 0.1, 0.5, 1.0, 4.3, 50.0, 1000.0})
            QTest::newRow(qPrintable(QString::number(rho))) << rho;
    }
    void epsilonIsTheBestOfAllOrders()
    {
        QFETCH(double, rho);
        const double delta = 1e-6;
        double best = 1e300;
        for (double x = -8; x < 8; x += 0.0005) { // the formula, at many orders
            const double order = 1 + std::pow(10, x);
            best = std::min(best, order * rho
                                      + (std::log(1 / delta) + order * std::log1p(-1 / order) - std::log(order - 1))
                                            / (order - 1));
        }
        QVERIFY2(std::abs(epsilonOf(rho, delta) - best) < 1e-3, qPrintable(QString::number(best)));
        // And better than the one that is easy to remember.
        QVERIFY(epsilonOf(rho, delta) < rho + 2 * std::sqrt(rho * std::log(1 / delta)));
    }
    void aPersonIsInAsManyCellsAsTheCapsAllow()
    {
        const auto budgets = budgetsOf(TestSupport::dictionary());
        QCOMPARE(budgets.size(), 3);
        const TopicDefinition *plugin = TestSupport::dictionary().topic(u"plugin");
        QCOMPARE(budgets[0].level, Level::Basic);
        QCOMPARE(budgets[0].cells, 7);
        QCOMPARE(budgets[1].cells - budgets[0].cells, 2 * plugin->cap);
        // Each cell changes by one: squares add up over 2σ².
        QVERIFY(std::abs(budgets[0].rho - 7 / 18.0) < 1e-12);
        QVERIFY(std::abs(budgets[1].rho - budgets[0].rho - 2 * plugin->cap / 32.0) < 1e-12);
        QVERIFY(budgets[2].rho > budgets[1].rho);
        QVERIFY(budgets[0].thresholdDelta < 7e-9);
    }
};

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
