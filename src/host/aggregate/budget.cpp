#include "host/aggregate/budget.h"

#include "host/aggregate/discretegaussian.h"

#include <cmath>

namespace Telemetry {

namespace {

/// What holds of this order, which is above 1.
double epsilonOfOrder(double order, double rho, double delta)
{
    return order * rho + (std::log(1 / delta) - std::log(order - 1) + order * std::log1p(-1 / order)) / (order - 1);
}

void add(Budget &budget, const TopicDefinition &topic, const TableDefinition &table)
{
    Budget::Part &part = table.isSum() ? budget.once : table.period == FirstIn::Month ? budget.month : budget.week;
    const double variance = double(table.sigma) * table.sigma;
    part.cells += topic.cap;
    part.rho += topic.cap / (2 * variance); // each event of a person is in a cell of its own, which changes by one
    part.thresholdDelta += topic.cap * Noise::tailOfDiscreteGaussian(table.sigma, table.threshold - 1);
}

} // namespace

QList<Budget> budgetsOf(const DataDictionary &dictionary)
{
    QList<Budget> budgets;
    Budget sum;
    for (const Level level : {Level::Basic, Level::Middle, Level::Full}) {
        sum.level = level;
        for (const TopicDefinition *topic : dictionary.topicsOfLevel(level)) {
            for (const TableDefinition &table : topic->tables)
                add(sum, *topic, table);
        }
        budgets.append(sum);
    }
    return budgets;
}

Budget::Part Budget::of(int weeks, int months) const
{
    return {weeks * week.cells + months * month.cells + once.cells, weeks * week.rho + months * month.rho + once.rho,
            weeks * week.thresholdDelta + months * month.thresholdDelta + once.thresholdDelta};
}

double epsilonOf(double rho, double delta)
{
    // The function falls and then rises; the golden section, on the logarithm of what the order has above 1.
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double low = std::log(1e-9);
    double high = std::log(1e9);
    const auto at = [&](double x) { return epsilonOfOrder(1 + std::exp(x), rho, delta); };
    for (int step = 0; step < 200; ++step) {
        const double one = high - ratio * (high - low);
        const double other = low + ratio * (high - low);
        if (at(one) < at(other))
            high = other;
        else
            low = one;
    }
    return qMax(0.0, at((low + high) / 2));
}

} // namespace Telemetry
