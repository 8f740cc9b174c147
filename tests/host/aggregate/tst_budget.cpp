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
        QCOMPARE(budgets[0].week.cells, 2);  // users, napari versions
        QCOMPARE(budgets[0].month.cells, 6); // both, Python, two of systems, processors
        QCOMPARE(budgets[0].once.cells, 2);  // of the year, and ever
        QCOMPARE(budgets[1].week.cells, 2);
        QCOMPARE(budgets[1].month.cells - budgets[0].month.cells, 2 * plugin->cap);
        // Each cell changes by one: squares add up over 2σ².
        QVERIFY(std::abs(budgets[0].week.rho - 2 / 18.0) < 1e-12);
        QVERIFY(std::abs(budgets[1].month.rho - budgets[0].month.rho - 2 * plugin->cap / 32.0) < 1e-12);
        QVERIFY(budgets[2].month.rho > budgets[1].month.rho);
        // A year: 53 weeks, 12 months, and what counts a person once.
        QVERIFY(std::abs(budgets[0].of(53, 12).rho - (53 * 2 + 12 * 6 + 2) / 18.0) < 1e-9);
        QCOMPARE(budgets[0].of(1, 1).cells, 10);
        QVERIFY(budgets[0].of(1, 1).thresholdDelta < 1e-8);
    }
    /// What is promised to people: ε of a month of five weeks at δ = 1e-6.
    void aMonthStaysWithinWhatIsPromised()
    {
        const auto budgets = budgetsOf(TestSupport::dictionary());
        const QList<double> promised{9, 14, 20};
        for (int i = 0; i < 3; ++i)
            QVERIFY(epsilonOf(budgets[i].of(5, 1).rho, 1e-6) <= promised[i]);
    }
};

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
