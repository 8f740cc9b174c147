#include "host/simulate/random.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace Telemetry {

quint64 Random::mixed(std::initializer_list<quint64> words)
{
    quint64 state = 0;
    for (const quint64 word : words) {
        state += word + 0x9e3779b97f4a7c15U;
        state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9U;
        state = (state ^ (state >> 27)) * 0x94d049bb133111ebU;
        state ^= state >> 31;
    }
    return state;
}

quint64 Random::below(quint64 bound)
{
    const auto bits = static_cast<int>(std::bit_width(bound - 1));
    if (bits == 0)
        return 0;
    quint64 number = 0;
    do
        number = m_engine() >> (64 - bits);
    while (number >= bound);
    return number;
}

qsizetype Random::weighted(const QList<quint64> &weights)
{
    QList<quint64> sums(weights.size());
    std::partial_sum(weights.begin(), weights.end(), sums.begin());
    return fromSums(sums);
}

qsizetype Random::fromSums(const QList<quint64> &sums)
{
    const quint64 drawn = below(sums.last());
    return std::upper_bound(sums.begin(), sums.end(), drawn) - sums.begin();
}

} // namespace Telemetry
