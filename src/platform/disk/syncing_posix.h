#pragma once

#include <cerrno>

namespace Telemetry {

/// Whether this error of fsync(2) says that the file system has no such thing: some network file systems, which need
/// not.
[[nodiscard]] inline bool cannotSync(int error)
{
    return error == EINVAL || error == ENOTSUP;
}

} // namespace Telemetry
