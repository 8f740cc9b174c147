#include "host/aggregate/discretelaplace.h"

namespace Telemetry::Noise {

namespace {

/// As bernoulliExp(), of a fraction that is at most 1.
bool bernoulliExpOfFraction(quint64 numerator, quint64 denominator, NoiseStream &stream)
{
    // Stops at k with probability γ^(k-1)/(k-1)! - γ^k/k!; the odd ones add up to exp(-γ).
    quint64 k = 1;
    while (stream.below(denominator * k) < numerator)
        ++k;
    return k % 2 == 1;
}

} // namespace

bool bernoulliExp(quint64 numerator, quint64 denominator, NoiseStream &stream)
{
    // exp(-γ) is exp(-1), as often as γ has a whole one, times exp of what is left.
    for (; numerator > denominator; numerator -= denominator) {
        if (!bernoulliExpOfFraction(1, 1, stream))
            return false;
    }
    return bernoulliExpOfFraction(numerator, denominator, stream);
}

qint64 discreteLaplace(quint64 scale, NoiseStream &stream)
{
    for (;;) {
        const quint64 u = stream.below(scale);
        if (!bernoulliExp(u, scale, stream))
            continue;
        quint64 v = 0;
        while (bernoulliExp(1, 1, stream))
            ++v;
        const auto magnitude = static_cast<qint64>(u + scale * v);
        const bool negative = stream.below(2) == 1;
        if (negative && magnitude == 0)
            continue; // or zero would be drawn twice as often
        return negative ? -magnitude : magnitude;
    }
}

} // namespace Telemetry::Noise
