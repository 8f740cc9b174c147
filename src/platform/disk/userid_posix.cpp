#include "platform/disk/userid.h"

#include <unistd.h>

namespace Telemetry {

QByteArray userId()
{
    return QByteArray::number(static_cast<qulonglong>(::getuid()));
}

} // namespace Telemetry
