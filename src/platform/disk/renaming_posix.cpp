#include "platform/disk/renaming.h"

#include <QFile>

#include <cerrno>
#include <cstdio>

namespace Telemetry {

Result<Done> renameOver(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return Done{};
    const bool perhapsOpen = errno == EBUSY || errno == EACCES || errno == ETXTBSY;
    return Error{perhapsOpen ? Error::Code::Busy : Error::Code::Io, qt_error_string(errno)};
}

} // namespace Telemetry
