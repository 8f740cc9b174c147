#pragma once

#include "client/consent/consentstatus.h"

#include <QColor>
#include <QIcon>

namespace Telemetry {

/// In pixels; a state with a sign needs more.
[[nodiscard]] QSize statusIconSize(ConsentStatus::State state);
/// Three bars, as many of them filled as the level has steps, and a sign for the state beside them: told apart by form,
/// not by colour. `level` is the one that the words name.
[[nodiscard]] QIcon statusIcon(Level level, ConsentStatus::State state, const QColor &ink);

} // namespace Telemetry
