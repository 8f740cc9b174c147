#pragma once

#include "consent/consentstatus.h"

#include <QColor>
#include <QIcon>

namespace Telemetry {

/// Three bars, as many of them filled as the level has steps, and a sign for the state in the free corner: told apart
/// by form, not by colour. `level` is the one that the words name.
[[nodiscard]] QIcon statusIcon(Level level, ConsentStatus::State state, const QColor &ink);

} // namespace Telemetry
