#pragma once

#include "support/linkage.h"
#include "support/simulatedrows.h"

#include <cmath>

/// Somebody who knows what people are like in general, sees rows, and guesses which two are of one person.
namespace TestSupport {

/// What is true of people in general, learnt from others than those who are attacked: which facts go together.
class PopulationKnowledge
{
public:
    explicit PopulationKnowledge(const FactsOfPeople &others)
        : m_others(others)
    {
        for (const QList<int> &facts : others.factsOf()) {
            for (const int a : facts) {
                QHash<int, int> &with = m_both[a];
                for (const int b : facts) {
                    if (a != b)
                        ++with[b];
                }
            }
        }
    }
    [[nodiscard]] double share(int fact) const { return double(m_others.rows(fact)) / m_others.people(); }
    /// The facts that were ever seen together with it, and how much more often than by chance; with `doubt` more times
    /// by chance, because what was seen once says little.
    template<typename Visitor> void visitLifts(int fact, double doubt, const Visitor &visit) const
    {
        const QHash<int, int> with = m_both.value(fact);
        for (auto b = with.begin(); b != with.end(); ++b)
            visit(b.key(), (b.value() + doubt) / (share(fact) * double(m_others.rows(b.key())) + doubt));
    }

private:
    const FactsOfPeople &m_others;
    QHash<int, QHash<int, int>> m_both;
};

/// Of the rows of one fact: the fact whose rows are the best guess.
struct Guess
{
    int fact = 0;
    int partner = 0;
    double chance = 0; ///< to be right, as the attacker believes
};

/// How the attacker reckons how probable it is that a row of the one fact and one of the other are of one person.
enum class Way {
    People,      ///< by what is usual among so many people: without the file
    Capped,      ///< the same, and no more pairs than there are rows
    Conditional, ///< who has the one has the other in so many cases, and that is one of so many rows
};

/// By what is known of people, and, but for the first way, by the number of rows of each fact, which the file has. What
/// the attacker believes in most is first.
[[nodiscard]] inline QList<Guess> guesses(const FactsOfPeople &file, const PopulationKnowledge &known, Way way,
                                          double doubt = 2)
{
    QList<Guess> all;
    const double people = file.people();
    for (auto a = file.peopleWith().begin(); a != file.peopleWith().end(); ++a) {
        Guess best{a.key()};
        known.visitLifts(a.key(), doubt, [&](int b, double lift) {
            const auto rows = double(a->size());
            const auto others = double(file.rows(b));
            if (others == 0)
                return;
            const double usual = std::max(1.0, known.share(a.key()) * people);
            const double usualOthers = std::max(1.0, known.share(b) * people);
            double chance = lift / people;
            if (way == Way::Conditional)
                chance *= std::max(usual / rows, usualOthers / others);
            chance = std::min(chance, 1 / (way == Way::People ? std::max(usual, usualOthers) : std::max(rows, others)));
            if (chance > best.chance || (chance == best.chance && b < best.partner))
                best = {a.key(), b, chance};
        });
        if (best.chance > 0)
            all.append(best);
    }
    std::sort(all.begin(), all.end(), [](const Guess &a, const Guess &b) {
        return a.chance != b.chance ? a.chance > b.chance : a.fact < b.fact;
    });
    return all;
}

/// How well it goes: each row of a fact is said to be of the person of one row of the partner, whichever. Right is what
/// is to be expected of that.
class Outcome
{
public:
    /// The guesses that the attacker believes in most, until they are for this share of all rows.
    void add(const FactsOfPeople &file, const QList<Guess> &guesses, double share)
    {
        qint64 all = 0;
        for (const Guess &guess : guesses)
            all += file.rows(guess.fact);
        qint64 said = 0;
        for (const Guess &guess : guesses) {
            if (double(said) >= share * double(all))
                break;
            said += file.rows(guess.fact);
            m_right += double(file.both(guess.fact, guess.partner)) / double(file.rows(guess.partner));
        }
        m_said += said;
        m_blind += double(said) / file.people();
    }
    [[nodiscard]] qint64 said() const { return m_said; }
    [[nodiscard]] double right() const { return m_right / double(m_said); }
    [[nodiscard]] double blind() const { return m_blind / double(m_said); } ///< anybody's row
    [[nodiscard]] double upperEnd() const { return score().upperEnd(); }
    [[nodiscard]] double lowerEnd() const
    {
        Score wrong = score();
        wrong.right = wrong.said - wrong.right;
        return 1 - wrong.upperEnd();
    }

private:
    [[nodiscard]] Score score() const { return {m_said, qint64(std::llround(m_right))}; }

    qint64 m_said = 0;
    double m_right = 0;
    double m_blind = 0;
};

} // namespace TestSupport
