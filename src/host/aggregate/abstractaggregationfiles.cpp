#include "host/aggregate/abstractaggregationfiles.h"

namespace Telemetry {

AbstractAggregationFiles::~AbstractAggregationFiles() = default;

} // namespace Telemetry
