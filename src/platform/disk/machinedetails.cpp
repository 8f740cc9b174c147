#include "platform/disk/machinedetails.h"

#include "platform/disk/userid.h"

#include <QSysInfo>

namespace Telemetry {

QByteArray machineDetails()
{
    return QSysInfo::machineUniqueId() + '\n' + userId();
}

} // namespace Telemetry
