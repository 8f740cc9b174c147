#include "platform/disk/privatefiles.h"

#include "platform/disk/accesslist_windows.h"
#include "platform/disk/handle_windows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

DWORD rightsFor(QIODevice::OpenMode mode)
{
    DWORD rights = SYNCHRONIZE;
    if (mode & QIODevice::ReadOnly)
        rights |= FILE_GENERIC_READ;
    // Without the right to write elsewhere the system itself puts everything at the end, in one piece.
    if (mode & QIODevice::Append)
        rights |= FILE_GENERIC_WRITE & ~static_cast<DWORD>(FILE_WRITE_DATA);
    else if (mode & QIODevice::WriteOnly)
        rights |= FILE_GENERIC_WRITE;
    return rights;
}

DWORD creationFor(QIODevice::OpenMode mode)
{
    if (mode & QIODevice::NewOnly)
        return CREATE_NEW;
    const bool writes = mode & QIODevice::WriteOnly;
    if (!writes || (mode & QIODevice::ExistingOnly))
        return mode & QIODevice::Truncate ? TRUNCATE_EXISTING : OPEN_EXISTING;
    // As QFile: who only writes starts anew.
    const bool keeps = mode & (QIODevice::ReadOnly | QIODevice::Append);
    return (mode & QIODevice::Truncate) || !keeps ? CREATE_ALWAYS : OPEN_ALWAYS;
}

/// `owner`: for a new file; null for what its folder hands down.
Result<Done> openWith(QFile &file, QIODevice::OpenMode mode, SECURITY_ATTRIBUTES *owner)
{
    if (mode & (QIODevice::Append | QIODevice::NewOnly))
        mode |= QIODevice::WriteOnly;
    // Without sharing the right to delete (as Qt opens files) nobody could rename or delete it meanwhile, we included.
    WindowsHandle handle(::CreateFileW(nativePath(file.fileName()).c_str(), rightsFor(mode),
                                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, owner, creationFor(mode),
                                       FILE_ATTRIBUTE_NORMAL, nullptr));
    const DWORD failure = ::GetLastError();
    if (!handle.isOpen()) {
        const bool absent = (failure == ERROR_FILE_NOT_FOUND || failure == ERROR_PATH_NOT_FOUND)
                            && !QFileInfo(file.fileName()).isSymLink();
        return Error{absent ? Error::Code::NotFound : Error::Code::Io, qt_error_string(static_cast<int>(failure))};
    }
    if (!giveTo(file, handle, mode))
        return Error{Error::Code::Io, file.errorString()};
    return Done{};
}

} // namespace

Result<Done> makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return Done{};
    // Several processes may do this at once: what counts is that the folder is there afterwards.
    QDir().mkpath(info.absolutePath());
    OwnerOnly owner;
    if (owner.attributes() && !::CreateDirectoryW(nativePath(folder).c_str(), owner.attributes())
        && ::GetLastError() != ERROR_ALREADY_EXISTS)
        return Error{Error::Code::Io, u"the folder \"%1\" can't be made: %2"_s.arg(folder, lastErrorWords())};
    if (!QFileInfo(folder).isDir())
        return Error{Error::Code::Io, u"the folder \"%1\" can't be made"_s.arg(folder)};
    return Done{};
}

Result<Done> openPrivate(QFile &file, QIODevice::OpenMode mode)
{
    OwnerOnly owner;
    if (!owner.attributes())
        return Error{Error::Code::Io, u"the user of this process is not known"_s};
    return openWith(file, mode, owner.attributes());
}

Result<Done> openUsual(QFile &file, QIODevice::OpenMode mode)
{
    return openWith(file, mode, nullptr);
}

Result<Done> syncFile(QFile &file)
{
    if (!::FlushFileBuffers(handleOf(file)))
        return Error{Error::Code::Io, lastErrorWords()};
    return Done{};
}

Result<Done> syncFolder(const QString &)
{
    return Done{};
}

} // namespace Telemetry
