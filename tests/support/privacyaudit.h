#pragma once

#include <QList>
#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace TestSupport {

/// What somebody works out of one drawing of all published numbers.
using Seen = QList<qint64>;

/// How well two worlds, with a person and without, are told apart by what is published in them. It knows nothing of the
/// mechanism: from a quarter of the drawings it learns which set of outcomes tells most (of those with the greatest
/// ratios, as Neyman and Pearson say), and on the others it counts how probable that set is in each world. What it
/// finds is an end of an interval: the truth is not below it, but for a probability under 10^-4.
class PrivacyAudit
{
public:
    void addWith(const Seen &seen) { add(seen, 0); }
    void addWithout(const Seen &seen) { add(seen, 1); }

    /// No mechanism with a smaller ρ (zero-concentrated differential privacy) makes this: of the set and what is
    /// outside of it the Rényi divergence of order α is αρ at most, for every α. `aside`: a probability with which
    /// anything may happen.
    [[nodiscard]] double leastRho(double aside = 0) const { return best(&PrivacyAudit::rho, aside); }
    /// No mechanism with a smaller ε at this δ makes this.
    [[nodiscard]] double leastEpsilon(double delta) const { return best(&PrivacyAudit::epsilon, delta); }

private:
    struct Counts
    {
        std::array<qint64, 2> learnt{}; ///< in each world
        std::array<qint64, 2> judged{};
    };
    using Measure = double (*)(double one, double other, double aside);

    void add(const Seen &seen, std::size_t world)
    {
        Counts &counts = m_counts[seen];
        if (m_drawn[world]++ % 4 == 0) {
            ++counts.learnt[world];
            ++m_learnt[world];
        } else {
            ++counts.judged[world];
            ++m_judged[world];
        }
    }
    /// How far one probability may be above the other.
    static double rho(double one, double other, double aside)
    {
        one -= aside;
        double least = 0;
        for (const double order : {1.001, 1.5, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 32.0, 64.0}) {
            const double sum = std::pow(one, order) * std::pow(other, 1 - order)
                               + std::pow(1 - one, order) * std::pow(1 - other, 1 - order);
            least = std::max(least, one > other ? std::log(sum) / (order - 1) / order : 0);
        }
        return least;
    }
    static double epsilon(double one, double other, double delta)
    {
        return one - delta > other ? std::log((one - delta) / other) : 0;
    }
    /// The end of the interval for a probability that was met so many times of so many: by Chernoff's bound, which is a
    /// little wider than Clopper and Pearson's and holds as strictly. Wrong with a probability below 10^-5.
    [[nodiscard]] static double boundOf(qint64 times, qint64 of, bool upper)
    {
        const double share = double(times) / double(of);
        const auto divergence = [&](double p) {
            const double yes = share > 0 ? share * std::log(share / p) : 0;
            return yes + (share < 1 ? (1 - share) * std::log((1 - share) / (1 - p)) : 0);
        };
        double inside = share;
        double outside = upper ? 1 : 0;
        for (int step = 0; step < 40; ++step) {
            const double middle = (inside + outside) / 2;
            (divergence(middle) <= std::log(1e5) / double(of) ? inside : outside) = middle;
        }
        return outside;
    }
    [[nodiscard]] double best(Measure measure, double aside) const
    {
        return std::max(inWorld(0, measure, aside), inWorld(1, measure, aside));
    }
    /// Of a set that is more probable in this world than in the other.
    [[nodiscard]] double inWorld(std::size_t world, Measure measure, double aside) const
    {
        const std::size_t against = 1 - world;
        QList<const Counts *> order;
        for (const Counts &counts : m_counts)
            order.append(&counts);
        const auto ratio = [&](const Counts *each) {
            return (double(each->learnt[world]) + 0.5) / (double(each->learnt[against]) + 0.5);
        };
        std::stable_sort(order.begin(), order.end(), [&](auto *a, auto *b) { return ratio(a) > ratio(b); });
        Counts set;
        Counts chosen;
        double greatest = 0;
        for (const Counts *counts : std::as_const(order)) {
            for (const std::size_t i : {world, against}) {
                set.learnt[i] += counts->learnt[i];
                set.judged[i] += counts->judged[i];
            }
            const double learnt = measure(boundOf(set.learnt[world], m_learnt[world], false),
                                          boundOf(set.learnt[against], m_learnt[against], true), aside);
            if (learnt > greatest) {
                greatest = learnt;
                chosen = set;
            }
        }
        return measure(boundOf(chosen.judged[world], m_judged[world], false),
                       boundOf(chosen.judged[against], m_judged[against], true), aside);
    }

    QMap<Seen, Counts> m_counts;
    std::array<qint64, 2> m_drawn{};
    std::array<qint64, 2> m_learnt{};
    std::array<qint64, 2> m_judged{};
};

} // namespace TestSupport
