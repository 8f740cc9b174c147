#include "platform/disk/exchange.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>

#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Done> exchangeNames(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    const unsigned how = QFileInfo::exists(to) ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), how) == 0)
        return Done{};
    if (errno == EINVAL || errno == ENOSYS)
        return Error{Error::Code::Unsupported,
                     u"%1: this file system can't exchange two folders in one step; use one that can (ext4, XFS, "
                     "Btrfs, tmpfs)"_s.arg(to)};
    return Error{Error::Code::Io, u"%1: %2"_s.arg(to, qt_error_string())};
}

} // namespace Telemetry
