#pragma once

#include <sys/types.h>

namespace Telemetry {

/// Whether this group is the user's private one, as many systems make it for each user: their primary group, of their
/// name, with nobody else in it. May ask a directory server. Any thread.
[[nodiscard]] bool isPrivateGroup(gid_t group);

} // namespace Telemetry
