#include "host/raw/abstractrawstore.h"

namespace Telemetry {

AbstractRawStore::~AbstractRawStore() = default;

} // namespace Telemetry
