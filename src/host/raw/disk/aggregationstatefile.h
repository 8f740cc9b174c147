#pragma once

#include "host/raw/aggregationstate.h"

#include <QString>

#include <optional>

namespace Telemetry {

/// The file of this raw database.
[[nodiscard]] QString aggregationStateFile(const QString &raw);
/// None when no run has ended, or the file can't be read.
[[nodiscard]] std::optional<AggregationState> readAggregationState(const QString &raw);
/// Whole or not at all, mode 0600. Errors: Io.
[[nodiscard]] Result<Done> writeAggregationState(const QString &raw, const AggregationState &state);

} // namespace Telemetry
