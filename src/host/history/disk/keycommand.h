#pragma once

#include "host/history/commandoutcome.h"
#include "host/history/keyoptions.h"

#include <QDate>

namespace Telemetry {

/// Does what "key" asks for. `today` is in UTC. Nothing is written unless all of it can be.
[[nodiscard]] CommandOutcome runKey(const KeyOptions &options, const QDate &today);

} // namespace Telemetry
