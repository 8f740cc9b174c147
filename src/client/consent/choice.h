#pragma once

#include "contract/level.h"

#include <optional>

namespace Telemetry {

/// What a person picks in the dialog, the indicator or the pane.
struct Choice
{
    Level level = Level::None;
    /// Days until it ends by itself; 0: no limit; nothing: a limit that is set stays.
    std::optional<int> limitDays = std::nullopt;
    /// Whether to stop asking in every environment; nothing: as it is.
    std::optional<bool> neverAsk = std::nullopt;
};

/// How long a pause lasts.
enum class PauseLength { Hour, Today, UntilResumed };

} // namespace Telemetry
