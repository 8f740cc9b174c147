#include "host/aggregate/abstractreleasestore.h"

namespace Telemetry {

AbstractReleaseStore::~AbstractReleaseStore() = default;

} // namespace Telemetry
