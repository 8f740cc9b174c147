#pragma once

#include "contract/datadictionary.h"

#include <QList>

namespace Telemetry {

/// What all published numbers together can give away about one person who agreed to a level, by zero-concentrated
/// differential privacy (Bun and Steinke 2016): whether the person took part at all changes the chance of any set of
/// published numbers by a factor of e^ε at most, but for a probability of δ.
struct Budget
{
    Level level = Level::None;
    /// What the drawings of one kind of table add up to.
    struct Part
    {
        int cells = 0; ///< in which one person can be
        double rho = 0;
        double thresholdDelta = 0; ///< at most this is the chance that one person alone is published
    };
    Part week;  ///< of one week
    Part month; ///< of one month
    Part once;  ///< of what counts a person once in a year, or once
    /// Of so many weeks that lie in so many months and in one year.
    [[nodiscard]] Part of(int weeks, int months) const;
};

/// One for each level that sends, in rising order; each includes the levels below it. From the dictionary alone.
[[nodiscard]] QList<Budget> budgetsOf(const DataDictionary &dictionary);

/// The least ε that holds for this ρ at this δ: Canonne, Kamath and Steinke (2020), proposition 12 (of all orders the
/// best). ρ > 0, 0 < δ < 1.
[[nodiscard]] double epsilonOf(double rho, double delta);

} // namespace Telemetry
