#include "collector/abstractrawstore.h"

namespace Telemetry {

AbstractRawStore::~AbstractRawStore() = default;

} // namespace Telemetry
