#pragma once

#include "plugins/host.h"

#include <QString>

namespace Telemetry {

/// Where the client keeps its files.
[[nodiscard]] inline QString telemetryFolder(const Host &host)
{
    return host.dataFolder + QStringLiteral("/telemetry");
}

/// The spool of this environment.
[[nodiscard]] inline QString spoolFile(const Host &host)
{
    return telemetryFolder(host) + QStringLiteral("/spool-%1.sqlite").arg(host.environment);
}

} // namespace Telemetry
