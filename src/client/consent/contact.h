#pragma once

namespace Telemetry {

/// Who is responsible, and where people find them. The addresses are napari's own.
namespace Contact {
inline constexpr char landingPage[] = "https://telemetry.napari.org";
inline constexpr char chat[] = "https://napari.zulipchat.com";
inline constexpr char mail[] = "napari-steering-council@googlegroups.com";
} // namespace Contact

} // namespace Telemetry
