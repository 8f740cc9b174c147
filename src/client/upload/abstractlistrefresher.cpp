#include "client/upload/abstractlistrefresher.h"

namespace Telemetry {

AbstractListRefresher::~AbstractListRefresher() = default;

} // namespace Telemetry
