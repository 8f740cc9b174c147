#include "platform/disk/container.h"

namespace Telemetry {

// Containers of Windows have no desktop to run napari on.
Container::Container(const QString &, const QProcessEnvironment &) { }

bool Container::takesAway(const QString &) const
{
    return false;
}

} // namespace Telemetry
