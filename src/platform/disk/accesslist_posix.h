#pragma once

namespace Telemetry {

/// Whether a file has an access list beside its mode, whose mode for the group then stands for everybody who is named
/// in it. Any thread.
[[nodiscard]] bool hasAccessList(int descriptor);

} // namespace Telemetry
