#include "spool/abstractspool.h"

#include "contract/workerlog.h"
#include "spool/spoollog.h"

namespace Telemetry {

Q_LOGGING_CATEGORY(spoolLog, "telemetry.spool", quietInWorker)

AbstractSpool::~AbstractSpool() = default;

} // namespace Telemetry
