#include "spool/abstractspool.h"

#include "spool/spoollog.h"

namespace Telemetry {

Q_LOGGING_CATEGORY(spoolLog, "telemetry.spool")

AbstractSpool::~AbstractSpool() = default;

} // namespace Telemetry
