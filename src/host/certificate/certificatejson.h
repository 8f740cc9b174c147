#pragma once

#include "host/certificate/certificate.h"

#include <QJsonObject>

namespace Telemetry {

/// The certificate as its file has it.
[[nodiscard]] QJsonObject jsonOf(const Certificate &certificate);

} // namespace Telemetry
