#include "platform/disk/ownedtree.h"

#include "platform/disk/accesslist_posix.h"
#include "platform/disk/privategroup_posix.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Telemetry {

using Outcome = OwnedEntry::Opened::Outcome;

struct OwnedEntry::Native
{
    explicit Native(int number)
        : descriptor(number)
    {
    }
    ~Native()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(Native)
    /// What came of an open() or openat() just now.
    static Opened opened(int descriptor, Kind kind);

    int descriptor;
    struct stat status = {};
};

namespace {

/// O_NONBLOCK: opening a named pipe must not wait for its other end.
constexpr int readFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;

OwnedEntry::Kind kindOfMode(mode_t mode)
{
    if (S_ISREG(mode))
        return OwnedEntry::Kind::File;
    if (S_ISDIR(mode))
        return OwnedEntry::Kind::Folder;
    return S_ISLNK(mode) ? OwnedEntry::Kind::Link : OwnedEntry::Kind::Other;
}

Outcome outcomeOf(int error)
{
    switch (error) {
    case ENOENT:
        return Outcome::Absent;
    case ELOOP: // a link; with O_DIRECTORY Linux says ENOTDIR for it, as for a file
        return Outcome::Link;
    case ENOTDIR:
    case ENXIO:
        return Outcome::WrongKind;
    default:
        return Outcome::Refused;
    }
}

} // namespace

OwnedEntry::OwnedEntry(std::shared_ptr<const Native> native)
    : m_native(std::move(native))
{
}

OwnedEntry::Opened OwnedEntry::Native::opened(int descriptor, Kind kind)
{
    const int error = errno;
    if (descriptor < 0)
        return {outcomeOf(error), qt_error_string(error), nullptr};
    auto native = std::make_shared<Native>(descriptor);
    if (::fstat(descriptor, &native->status) != 0)
        return {Outcome::Refused, qt_error_string(errno), nullptr};
    if (kindOfMode(native->status.st_mode) != kind)
        return {Outcome::WrongKind, {}, nullptr};
    return {Outcome::Open, {}, std::unique_ptr<OwnedEntry>(new OwnedEntry(std::move(native)))};
}

OwnedEntry::Opened OwnedEntry::openFolder(const QString &path)
{
    return Native::opened(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                          Kind::Folder);
}

OwnedEntry::Opened OwnedEntry::open(const QByteArray &name, Kind kind) const
{
    const int flags = readFlags | (kind == Kind::Folder ? O_DIRECTORY : 0);
    return Native::opened(::openat(m_native->descriptor, name.constData(), flags), kind);
}

Result<OwnedEntry::Kind> OwnedEntry::kindOf(const QByteArray &name) const
{
    struct stat status = {};
    if (::fstatat(m_native->descriptor, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return Error{Error::Code::Io, qt_error_string(errno)};
    return kindOfMode(status.st_mode);
}

Result<QByteArrayList> OwnedEntry::names(qsizetype most) const
{
    struct Close
    {
        void operator()(DIR *listing) const { ::closedir(listing); }
    };
    // fdopendir() takes the descriptor that it is given.
    const std::unique_ptr<DIR, Close> listing(::fdopendir(::fcntl(m_native->descriptor, F_DUPFD_CLOEXEC, 0)));
    if (!listing)
        return Error{Error::Code::Io, qt_error_string(errno)};
    QByteArrayList names;
    while (const dirent *entry = ::readdir(listing.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names.append(name);
        if (names.size() > most)
            return Error{Error::Code::TooLarge, {}};
    }
    std::ranges::sort(names);
    return names;
}

Result<PageBytes> OwnedEntry::read(qint64 most) const
{
    // Not trusted, as it may grow while it is read; one byte more, to see the end.
    const qint64 expected = m_native->status.st_size;
    if (expected < 0 || expected > most)
        return Error{Error::Code::TooLarge, {}};
    PageBytes bytes(static_cast<qsizetype>(expected) + 1);
    if (bytes.isNull())
        return Error{Error::Code::Io, qt_error_string(ENOMEM)};
    qsizetype have = 0;
    for (;;) {
        const ssize_t got = ::read(m_native->descriptor, bytes.data() + have, static_cast<size_t>(bytes.size() - have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{Error::Code::Io, qt_error_string(errno)};
        have += got;
        if (got == 0)
            break;
        if (have == bytes.size())
            return Error{Error::Code::Busy, {}};
    }
    bytes.truncate(have);
    return bytes;
}

bool OwnedEntry::belongsToUserOrSystem() const
{
    return m_native->status.st_uid == ::geteuid() || m_native->status.st_uid == 0;
}

bool OwnedEntry::isWritableByOthers() const
{
    const struct stat &status = m_native->status;
    if ((status.st_mode & S_IWOTH) != 0)
        return true;
    return (status.st_mode & S_IWGRP) != 0 && (!isPrivateGroup(status.st_gid) || hasAccessList(m_native->descriptor));
}

} // namespace Telemetry
