#pragma once

#include <QLoggingCategory>

namespace Telemetry {

/// What is asked, answered and allowed. GUI thread.
Q_DECLARE_LOGGING_CATEGORY(consentLog)

} // namespace Telemetry
