#include "host/aggregate/discretelaplace.h"

namespace Telemetry::Noise {

bool bernoulliExp(quint64 numerator, quint64 denominator, NoiseStream &stream)
{
    // Stops at k with probability γ^(k-1)/(k-1)! - γ^k/k!; the odd ones add up to exp(-γ).
    quint64 k = 1;
    while (stream.below(denominator * k) < numerator)
        ++k;
    return k % 2 == 1;
}

qint64 discreteLaplace(const Epsilon &epsilon, NoiseStream &stream)
{
    const quint64 s = epsilon.numerator();
    const quint64 t = epsilon.denominator();
    for (;;) {
        const quint64 u = stream.below(t);
        if (!bernoulliExp(u, t, stream))
            continue;
        quint64 v = 0;
        while (bernoulliExp(1, 1, stream))
            ++v;
        const auto magnitude = static_cast<qint64>((u + t * v) / s);
        const bool negative = stream.below(2) == 1;
        if (negative && magnitude == 0)
            continue; // or zero would be drawn twice as often
        return negative ? -magnitude : magnitude;
    }
}

} // namespace Telemetry::Noise
