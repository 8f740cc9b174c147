#include "client/package/abstractpackage.h"

namespace Telemetry {

AbstractPackage::~AbstractPackage() = default;

} // namespace Telemetry
