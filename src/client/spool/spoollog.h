#pragma once

#include <QLoggingCategory>

namespace Telemetry {

/// What the spool does, for those who look for a fault. Never the payload of an event.
Q_DECLARE_LOGGING_CATEGORY(spoolLog)

} // namespace Telemetry
