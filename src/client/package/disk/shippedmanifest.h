#pragma once

#include "client/package/packagemanifest.h"

namespace Telemetry {

/// The files of the other package that this plugin was built for. Empty, with a line in the log, when it was built
/// without (src/client/plugins/consent/CMakeLists.txt): then the other package is never loaded.
[[nodiscard]] PackageManifest shippedManifest();

} // namespace Telemetry
