#pragma once

#include <QList>
#include <QtGlobal>

#include <initializer_list>
#include <random>

namespace Telemetry {

/// Numbers that are the same on every computer: std::mt19937_64, which the standard fixes, mapped to ranges here,
/// because the standard's distributions are not fixed. For simulations, never for secrets of people. Not thread-safe.
class Random
{
public:
    /// The same words give the same numbers.
    explicit Random(std::initializer_list<quint64> words)
        : m_engine(mixed(words))
    {
    }

    /// Uniform in 0 … bound - 1. bound > 0.
    [[nodiscard]] quint64 below(quint64 bound);
    [[nodiscard]] bool percent(quint64 probability) { return below(100) < probability; }
    /// An index with a probability in proportion to its weight.
    [[nodiscard]] qsizetype weighted(const QList<quint64> &weights);
    /// An index into rising sums of weights; O(log n).
    [[nodiscard]] qsizetype fromSums(const QList<quint64> &sums);
    template<typename T> void shuffle(QList<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, qsizetype(below(quint64(i) + 1)));
    }

    /// One number of the words, well mixed (SplitMix64).
    [[nodiscard]] static quint64 mixed(std::initializer_list<quint64> words);

private:
    std::mt19937_64 m_engine;
};

} // namespace Telemetry
