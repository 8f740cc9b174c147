#pragma once

#include <QLoggingCategory>

namespace Telemetry {

/// What sending does, for those who look for a fault. Never the payload of a request or an answer.
Q_DECLARE_LOGGING_CATEGORY(uploadLog)

} // namespace Telemetry
