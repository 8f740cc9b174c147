#pragma once

#include <QDebug>
#include <QList>

#include <cmath>

namespace TestSupport {

/// Pearson's test: whether the counts may come from the expected ones, with a chance below 10^-6 to say no when they
/// do. The cases are drawn with fixed keys, so the answer is always the same. Expected counts should be 5 or more.
inline bool fits(const QList<double> &found, const QList<double> &expected)
{
    double sum = 0;
    for (qsizetype i = 0; i < found.size(); ++i)
        sum += (found[i] - expected[i]) * (found[i] - expected[i]) / expected[i];
    // Wilson and Hilferty: the cube root of chi-square over its degrees of freedom is nearly normal.
    const double freedom = double(found.size() - 1);
    const double spread = 2.0 / (9.0 * freedom);
    const double deviations = (std::cbrt(sum / freedom) - (1.0 - spread)) / std::sqrt(spread);
    qInfo() << "chi-square" << sum << "of" << freedom << "degrees of freedom," << deviations << "deviations";
    return deviations < 4.75;
}

} // namespace TestSupport
