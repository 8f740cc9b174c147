#pragma once

#include <QDateTime>
#include <QStringList>

namespace Telemetry {

/// Whether raw events of this period, as it is stored, may not be kept any more: Limits::rawDays after its first Monday
/// (UTC). One that can't be read is of no time that it may be kept for. Thread-safe.
[[nodiscard]] bool isTooOldToKeep(QStringView period, const QDateTime &now);

/// What is too old to be kept, and whether that is sure.
struct OldPeriods
{
    QStringList periods;
    /// By a clock that is ahead much is too old, and nothing is new. So when no event is of an open week, or of one
    /// that closed days ago, or others say that the clock is wrong, a day has to pass, on which a person can look at
    /// it.
    bool sure = true;
};

/// Of the stored `periods`. `tidiedOn`: the day on which the store was gone through last, by the clock of then, or
/// none; the clock is believed that shows a day after it, and not many. `doubted`: others say that the clock is wrong.
[[nodiscard]] OldPeriods oldPeriods(const QStringList &periods, QDate tidiedOn, const QDateTime &now, bool doubted);

} // namespace Telemetry
