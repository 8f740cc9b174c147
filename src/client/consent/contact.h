#pragma once

namespace Telemetry {

/// Who is responsible, and where people find them. The addresses are napari's own.
///
/// The public page is for people and has two names, none of which redirects to the other: block lists that go by the
/// word "telemetry" hide the second, as they hide the hosts that events are sent to (contract/endpoints.h). That is
/// fair to the hosts; what people should be able to read is not to go with them. Nothing is ever sent to the page: only
/// a person's own click opens it, in a browser.
namespace Contact {
inline constexpr char landingPage[] = "https://usage.napari.org"; ///< what our buttons open
inline constexpr char samePage[] = "https://telemetry.napari.org";
inline constexpr char chat[] = "https://napari.zulipchat.com";
inline constexpr char mail[] = "napari-steering-council@googlegroups.com";
} // namespace Contact

} // namespace Telemetry
