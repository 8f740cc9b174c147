#include "client/upload/abstracttransport.h"

namespace Telemetry {

AbstractTransport::~AbstractTransport() = default;

} // namespace Telemetry
