#pragma once

#include "host/aggregate/release.h"

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// The path below the public folder of what a week or month published.
[[nodiscard]] QString publicPeriodPath(const Period &period);

/// What is in it, from what was kept of the period alone: a table that a newer dictionary renames or drops has its
/// numbers still, and the bytes stay the same. Pure.
[[nodiscard]] QByteArray publicPeriod(const Release &release);

} // namespace Telemetry
