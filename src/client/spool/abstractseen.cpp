#include "client/spool/abstractseen.h"

namespace Telemetry {

AbstractSeen::~AbstractSeen() = default;

} // namespace Telemetry
