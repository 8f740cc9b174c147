#pragma once

#include "client/package/installplan.h"

namespace Telemetry {

/// Completes what Python says about this environment (interpreter, prefix, folder of the packages, bundle, pip, queue)
/// with what is on disk: who made it, whether it can be changed, where uv is. Only reads. GUI thread: some ten
/// look-ups.
[[nodiscard]] InstallFacts lookAtEnvironment(InstallFacts facts);

} // namespace Telemetry
