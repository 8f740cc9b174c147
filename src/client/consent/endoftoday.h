#pragma once

#include <QDateTime>

namespace Telemetry {

/// When the day of this local moment ends, in UTC: always later than the moment. Some days begin at one o'clock,
/// because clocks are put forward at midnight. Pure, but for the system's time zone.
[[nodiscard]] QDateTime endOfToday(const QDateTime &local);

} // namespace Telemetry
