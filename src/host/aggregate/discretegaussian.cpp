#include "host/aggregate/discretegaussian.h"

#include "host/aggregate/discretelaplace.h"

#include <QHash>

#include <cmath>
#include <cstdlib>

namespace Telemetry::Noise {

namespace {

/// In units of sigma: what is beyond is less probable than any number that a double can hold.
constexpr qint64 farthest = 50;

double weight(int sigma, qint64 x)
{
    const double ratio = double(x) / sigma;
    return std::exp(-ratio * ratio / 2);
}

/// What all weights add up to. The small ones first, so that they are not lost.
double sumOfWeights(int sigma)
{
    double sum = 0;
    for (qint64 x = farthest * sigma; x > 0; --x)
        sum += 2 * weight(sigma, x);
    return sum + 1;
}

} // namespace

qint64 discreteGaussian(int sigma, NoiseStream &stream)
{
    const auto s = static_cast<quint64>(sigma);
    const quint64 t = s + 1;
    for (;;) {
        const qint64 y = discreteLaplace(t, stream);
        const auto magnitude = static_cast<quint64>(std::abs(y));
        if (magnitude > 100 * t)
            continue; // would be kept with a probability below e^-4000, and would not fit into 64 bits
        // Kept with probability exp(-(|y| - σ²/t)² / 2σ²), all of it multiplied by t².
        const quint64 one = magnitude * t;
        const quint64 other = s * s;
        const quint64 distance = one > other ? one - other : other - one;
        if (bernoulliExp(distance * distance, 2 * s * s * t * t, stream))
            return y;
    }
}

double tailOfDiscreteGaussian(int sigma, qint64 atLeast)
{
    if (atLeast <= 0)
        return 1 - tailOfDiscreteGaussian(sigma, 1 - atLeast);
    double sum = 0;
    for (qint64 x = qMax(farthest * sigma, atLeast); x >= atLeast; --x)
        sum += weight(sigma, x);
    return sum / sumOfWeights(sigma);
}

qint64 intervalOfDiscreteGaussian(int sigma)
{
    constexpr double outside = 0.05;
    thread_local QHash<int, qint64> known; // of the few that a dictionary has; each takes thousands of steps
    if (const auto found = known.constFind(sigma); found != known.constEnd())
        return *found;
    qint64 width = 0;
    while (2 * tailOfDiscreteGaussian(sigma, width + 1) > outside)
        ++width;
    known.insert(sigma, width);
    return width;
}

} // namespace Telemetry::Noise
