#pragma once

#include <QLoggingCategory>

namespace Telemetry {

/// What collecting does, for those who look for a fault. Never a value, a secret or a reporter.
Q_DECLARE_LOGGING_CATEGORY(collectLog)

} // namespace Telemetry
