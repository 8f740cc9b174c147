#include "host/certificate/abstractcertificatefiles.h"

namespace Telemetry {

AbstractCertificateFiles::~AbstractCertificateFiles() = default;

} // namespace Telemetry
