#include "host/certificate/abstractpublicfiles.h"

namespace Telemetry {

AbstractPublicFiles::~AbstractPublicFiles() = default;

} // namespace Telemetry
