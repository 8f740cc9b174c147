#include "platform/disk/filesystemtype.h"

#include <QStorageInfo>

namespace Telemetry {

QByteArray fileSystemType(const QString &folder)
{
    return QStorageInfo(folder).fileSystemType().toLower();
}

} // namespace Telemetry
