#include "platform/disk/machinedetails.h"

#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QByteArray userId()
{
#ifdef Q_OS_UNIX
    return QByteArray::number(static_cast<qulonglong>(getuid()));
#else
    return qgetenv("USERNAME");
#endif
}

} // namespace

QByteArray machineDetails()
{
    return QSysInfo::machineUniqueId() + '\n' + userId();
}

} // namespace Telemetry
