#include "platform/disk/accesslist_posix.h"

#include <sys/xattr.h>

namespace Telemetry {

bool hasAccessList(int descriptor)
{
    return ::fgetxattr(descriptor, "system.posix_acl_access", nullptr, 0) > 0;
}

} // namespace Telemetry
