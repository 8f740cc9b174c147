#include "platform/disk/wholefile.h"

#include "platform/disk/privatefiles.h"
#include "platform/disk/unfinishedfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry::WholeFile {

namespace {

/// Where a link leads to, also to nothing; anything else is itself.
QString resolved(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink())
        return path;
    const QString end = info.canonicalFilePath(); // through several links, if there is something
    return end.isEmpty() ? info.symLinkTarget() : end;
}

Result<Done> replace(const QString &target, const QByteArray &bytes, UnfinishedFile::Mode mode,
                     std::optional<QFileDevice::Permissions> permissions)
{
    const QString folder = QFileInfo(target).path();
    UnfinishedFile::removeLeftovers(folder, mode);
    const auto made = UnfinishedFile::make(folder, mode);
    if (!made)
        return made.error();
    UnfinishedFile &file = *made.value();
    if (permissions)
        file.setPermissions(*permissions);
    if (auto written = file.write(bytes); !written)
        return written;
    if (auto became = file.become(target); !became)
        return became;
    // A folder that can't be read, or a system without this, leaves its names to the system's own time.
    return QFileInfo(folder).isReadable() ? syncFolder(folder) : Result<Done>(Done{});
}

} // namespace

std::optional<Result<QByteArray>> read(const QString &path, qsizetype most)
{
    QFile file(path);
    if (const auto opened = openPrivate(file, QIODevice::ReadOnly); !opened) {
        if (opened.error().code == Error::Code::NotFound)
            return std::nullopt;
        return Result<QByteArray>(opened.error());
    }
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return Result<QByteArray>(Error{Error::Code::Io, file.errorString()});
    if (bytes.size() > most)
        return Result<QByteArray>(Error{Error::Code::TooLarge, u"larger than %1 bytes"_s.arg(most)});
    return Result<QByteArray>(bytes);
}

Result<Done> write(const QString &path, const QByteArray &bytes, Folder folder)
{
    const QString target = resolved(path);
    const QString place = QFileInfo(target).path();
    if (folder == Folder::Ours) {
        if (auto made = makePrivateFolder(place); !made)
            return made;
    } else if (!QDir().mkpath(place)) {
        return Error{Error::Code::Io, u"the folder %1 can't be made"_s.arg(place)};
    }
    return replace(target, bytes, UnfinishedFile::Mode::Private, std::nullopt);
}

Result<Done> writeForUser(const QString &path, const QByteArray &bytes)
{
    const QString target = resolved(path);
    const QFileInfo old(target);
    return replace(target, bytes, UnfinishedFile::Mode::Usual,
                   old.exists() ? std::optional(old.permissions()) : std::nullopt);
}

void removeLeftovers(const QString &folder)
{
    UnfinishedFile::removeLeftovers(folder, UnfinishedFile::Mode::Private);
}

Result<Done> takeAway(const QString &path)
{
    QFile file(resolved(path));
    if (!file.exists() || file.remove())
        return Done{};
    const QString why = file.errorString();
    if (openPrivate(file, QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered) && file.resize(0))
        return syncFile(file);
    return Error{Error::Code::Io, why};
}

void keepAside(const QString &path, const QString &copy)
{
    if (!QFile::exists(copy))
        QFile::copy(path, copy);
}

} // namespace Telemetry::WholeFile
