#include "platform/disk/userid.h"

#include "platform/disk/accesslist_windows.h"

namespace Telemetry {

QByteArray userId()
{
    return textOf(processUser().sid());
}

} // namespace Telemetry
