#include "client/upload/abstractsendingstore.h"

namespace Telemetry {

AbstractSendingStore::~AbstractSendingStore() = default;

} // namespace Telemetry
