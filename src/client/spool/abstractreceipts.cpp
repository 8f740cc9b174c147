#include "client/spool/abstractreceipts.h"

namespace Telemetry {

AbstractReceipts::~AbstractReceipts() = default;

} // namespace Telemetry
