#include "host/raw/abstractrawreader.h"

namespace Telemetry {

AbstractRawReader::~AbstractRawReader() = default;

} // namespace Telemetry
