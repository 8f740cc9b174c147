#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDateTime>

namespace Telemetry {

/// What the last run of the aggregation found, for the collector's /metrics: a file beside the raw database, which both
/// programs know. A value.
struct AggregationState
{
    QDateTime ran;      ///< when it ended
    qint64 missed = 0;  ///< weeks and months that closed and could not be drawn
    qint64 broken = 0;  ///< promises that aren't kept
    qint64 waiting = 0; ///< candidates that nobody has published yet

    friend bool operator==(const AggregationState &, const AggregationState &) = default;
};

/// Errors: Invalid, TooLarge.
[[nodiscard]] Result<AggregationState> parseAggregationState(const QByteArray &bytes);
[[nodiscard]] QByteArray aggregationStateBytes(const AggregationState &state);

} // namespace Telemetry
