#pragma once

#include "contract/level.h"

#include <QColor>
#include <QIcon>

namespace Telemetry {

/// Three bars, as many of them filled as the level has steps: told apart by form, not by colour.
[[nodiscard]] QIcon levelIcon(Level level, const QColor &ink);

} // namespace Telemetry
