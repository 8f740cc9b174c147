#include "client/upload/abstracteraser.h"

namespace Telemetry {

AbstractEraser::~AbstractEraser() = default;

} // namespace Telemetry
