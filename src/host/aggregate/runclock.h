#pragma once

#include "contract/week.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Telemetry {

/// What a run knows about the time besides the clock.
struct KnownTimes
{
    QDate builtOn;                  ///< the program
    QDate lastRun;                  ///< none: there was none
    std::optional<Week> newestWeek; ///< that raw events are of
};

/// Why this computer's clock can't be right, in words; nothing when it may be. A run by a wrong clock would close weeks
/// that are open, or delete what is not too old, for good.
[[nodiscard]] std::optional<QString> clockDoubt(const QDateTime &now, const KnownTimes &known);

} // namespace Telemetry
