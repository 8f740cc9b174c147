#pragma once

#include <QLoggingCategory>

namespace Telemetry {

/// What becomes of the other package. GUI thread.
Q_DECLARE_LOGGING_CATEGORY(packageLog)

} // namespace Telemetry
