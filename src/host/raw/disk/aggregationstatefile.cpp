#include "host/raw/disk/aggregationstatefile.h"

#include "contract/limits.h"
#include "platform/disk/wholefile.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QString aggregationStateFile(const QString &raw)
{
    return raw + u".aggregation"_s;
}

std::optional<AggregationState> readAggregationState(const QString &raw)
{
    const auto bytes = WholeFile::read(aggregationStateFile(raw), Limits::aggregationStateBytes);
    if (!bytes || !*bytes)
        return std::nullopt;
    const auto state = parseAggregationState(bytes->value());
    return state ? std::optional(state.value()) : std::nullopt;
}

Result<Done> writeAggregationState(const QString &raw, const AggregationState &state)
{
    return WholeFile::write(aggregationStateFile(raw), aggregationStateBytes(state), WholeFile::Folder::Shared);
}

} // namespace Telemetry
