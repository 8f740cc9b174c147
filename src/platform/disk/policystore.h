#pragma once

#include <QSettings>
#include <QString>

#include <memory>

namespace Telemetry {

/// Where the administrator of a whole computer says what its users may be asked: Linux
/// /etc/napari/telemetry-policy.json, macOS /Library/Managed Preferences/org.napari.telemetry.plist (what device
/// management writes), Windows HKEY_LOCAL_MACHINE\Software\Policies\napari\telemetry.
struct PolicyStore
{
    QString where;                       ///< for people; of a file its path
    std::unique_ptr<QSettings> settings; ///< the system's own store, to read only; none where it is a file in JSON
};

/// This system's. Any thread.
[[nodiscard]] PolicyStore policyStore();

} // namespace Telemetry
