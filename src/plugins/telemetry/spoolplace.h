#pragma once

#include "plugins/host.h"

#include <QString>

namespace Telemetry {

/// The spool of this environment.
[[nodiscard]] inline QString spoolFile(const Host &host)
{
    return telemetryFolder(host) + QStringLiteral("/spool-%1.sqlite").arg(host.environment);
}

/// The topics that the user holds in this environment.
[[nodiscard]] inline QString heldTopicsFile(const Host &host)
{
    return telemetryFolder(host) + QStringLiteral("/held-%1.json").arg(host.environment);
}

} // namespace Telemetry
