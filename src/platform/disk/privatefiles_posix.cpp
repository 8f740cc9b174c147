#include "platform/disk/privatefiles.h"

#include "platform/disk/syncing_posix.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Why a file could not be opened.
Error openError(const QFile &file)
{
    // QFile::exists() is false for a file in a folder that we may not enter, too; the open error tells them apart.
    const bool absent =
        !file.exists() && file.error() == QFileDevice::OpenError && !QFileInfo(file.fileName()).isSymLink();
    return {absent ? Error::Code::NotFound : Error::Code::Io, file.errorString()};
}

} // namespace

Result<Done> makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return Done{};
    // Several processes may do this at once: what counts is that the folder is there afterwards.
    QDir().mkpath(info.absolutePath());
    QDir().mkdir(folder, privateFile | QFileDevice::ExeOwner);
    if (!QFileInfo(folder).isDir())
        return Error{Error::Code::Io, u"the folder \"%1\" can't be made"_s.arg(folder)};
    return Done{};
}

Result<Done> openPrivate(QFile &file, QIODevice::OpenMode mode)
{
    return file.open(mode, privateFile) ? Result<Done>(Done{}) : openError(file);
}

Result<Done> openUsual(QFile &file, QIODevice::OpenMode mode)
{
    return file.open(mode) ? Result<Done>(Done{}) : openError(file);
}

Result<Done> syncFile(QFile &file)
{
    if (::fsync(file.handle()) != 0 && !cannotSync(errno))
        return Error{Error::Code::Io, qt_error_string(errno)};
    return Done{};
}

Result<Done> syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const bool failed = !synced && !cannotSync(errno);
    if (descriptor >= 0)
        ::close(descriptor);
    if (failed)
        return Error{Error::Code::Io, u"the folder \"%1\" can't be synchronised"_s.arg(folder)};
    return Done{};
}

} // namespace Telemetry
