#include "client/package/disk/packageverifier.h"

#include "contract/limits.h"
#include "platform/disk/privategroup.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace Telemetry::PackageVerifier {

namespace {

using Problem = PackageReport::Problem;

/// A file descriptor that is closed with it.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// O_NONBLOCK: opening a named pipe must not wait for its other end.
constexpr int readFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;

class Verification
{
public:
    explicit Verification(const PackageManifest &manifest)
        : m_manifest(manifest)
    {
    }

    PackageReport run(const QString &folder)
    {
        const QString parent = QFileInfo(QFileInfo(folder).path()).canonicalFilePath();
        m_report.folder = parent + u'/' + QLatin1StringView(PackageManifest::package);
        m_report.outcome = PackageReport::Outcome::Verified; // until something is wrong
        const Descriptor above(::open(QFile::encodeName(parent).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        const Descriptor opened(
            above.isOpen() ? ::openat(above.number(), PackageManifest::package, readFlags | O_DIRECTORY) : -1);
        if (!opened.isOpen() && errno == ENOENT) {
            m_report.outcome = PackageReport::Outcome::Absent;
            return m_report;
        }
        if (m_manifest.files().isEmpty())
            add({}, Problem::NoManifest);
        else if (!opened.isOpen())
            failOpen({}, errno);
        else
            lookThrough(opened.number(), {});
        for (const PackageManifest::File &file : m_manifest.files()) {
            if (!m_seen.contains(file.path))
                add(file.path, Problem::Absent);
        }
        if (m_report.outcome == PackageReport::Outcome::Refused)
            m_report.files.clear();
        return m_report;
    }

private:
    void add(const QByteArray &path, Problem problem, const QString &detail = {})
    {
        QString subject = QLatin1StringView(PackageManifest::package);
        if (!path.isEmpty())
            subject += u'/' + QFile::decodeName(path);
        m_report.checks.append({subject, problem, detail});
        if (problem != Problem::Nothing)
            m_report.outcome = PackageReport::Outcome::Refused;
    }

    void failOpen(const QByteArray &path, int error)
    {
        // A link is ELOOP; with O_DIRECTORY Linux says ENOTDIR for a link as for a file.
        if (error == ELOOP)
            add(path, Problem::Link);
        else if (error == ENOTDIR || error == ENXIO)
            add(path, Problem::WrongKind);
        else
            add(path, Problem::Unreadable, qt_error_string(error));
    }

    /// Whether only the user and root decide what is in it. Adds what is wrong otherwise.
    bool belongsToUs(int descriptor, const struct stat &status, const QByteArray &path)
    {
        if (status.st_uid != ::geteuid() && status.st_uid != 0) {
            add(path, Problem::Owner);
            return false;
        }
        bool writable = (status.st_mode & S_IWOTH) != 0;
        // With an access list, the mode of the group stands for everybody who is named in it.
        if ((status.st_mode & S_IWGRP) != 0)
            writable |=
                !isPrivateGroup(status.st_gid) || ::fgetxattr(descriptor, "system.posix_acl_access", nullptr, 0) > 0;
        if (writable)
            add(path, Problem::Writable);
        return !writable;
    }

    /// The folder itself is reported only when something is wrong with it, or it is the package's.
    void lookThrough(int descriptor, const QByteArray &path)
    {
        struct stat status = {};
        if (::fstat(descriptor, &status) != 0) {
            add(path, Problem::Unreadable, qt_error_string(errno));
            return;
        }
        if (belongsToUs(descriptor, status, path) && path.isEmpty())
            add(path, Problem::Nothing);
        const auto names = namesIn(descriptor, path);
        for (const QByteArray &name : names)
            look(descriptor, name, path.isEmpty() ? name : path + '/' + name);
    }

    /// Sorted; empty, and what is wrong added, when they can't be had.
    QByteArrayList namesIn(int folder, const QByteArray &path)
    {
        struct Close
        {
            void operator()(DIR *listing) const { ::closedir(listing); }
        };
        // fdopendir() takes the descriptor that it is given.
        const std::unique_ptr<DIR, Close> listing(::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0)));
        if (!listing) {
            add(path, Problem::Unreadable, qt_error_string(errno));
            return {};
        }
        QByteArrayList names;
        while (const dirent *entry = ::readdir(listing.get())) {
            const QByteArray name(entry->d_name);
            if (name != "." && name != "..")
                names.append(name);
            if (names.size() > Limits::packageEntries) {
                add(path, Problem::TooLarge);
                return {};
            }
        }
        std::ranges::sort(names);
        return names;
    }

    void look(int folder, const QByteArray &name, const QByteArray &path)
    {
        const auto digest = m_manifest.digestOf(path);
        const bool ourFolder = m_manifest.hasFolder(path);
        if (!digest && !ourFolder) {
            struct stat status = {};
            if (::fstatat(folder, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
                add(path, Problem::Unreadable, qt_error_string(errno));
            else if (S_ISLNK(status.st_mode))
                add(path, Problem::Link);
            else if (name != "__pycache__" || !S_ISDIR(status.st_mode))
                add(path, Problem::Unknown);
            return;
        }
        m_seen.insert(path);
        const Descriptor opened(::openat(folder, name.constData(), readFlags | (ourFolder ? O_DIRECTORY : 0)));
        if (!opened.isOpen())
            failOpen(path, errno);
        else if (ourFolder)
            lookThrough(opened.number(), path);
        else
            readFile(opened.number(), path, *digest);
    }

    void readFile(int descriptor, const QByteArray &path, const QByteArray &digest)
    {
        struct stat status = {};
        if (::fstat(descriptor, &status) != 0) {
            add(path, Problem::Unreadable, qt_error_string(errno));
            return;
        }
        if (!S_ISREG(status.st_mode)) {
            add(path, Problem::WrongKind);
            return;
        }
        if (!belongsToUs(descriptor, status, path))
            return;
        const auto bytes = readAll(descriptor, status.st_size, path);
        if (!bytes)
            return;
        const QByteArray found = QCryptographicHash::hash(bytes->view(), QCryptographicHash::Sha256);
        add(path, found == digest ? Problem::Nothing : Problem::Changed, QString::fromLatin1(found.toHex()));
        if (found == digest)
            m_report.files.insert(QFile::decodeName(path), *bytes);
    }

    std::optional<PageBytes> readAll(int descriptor, off_t expected, const QByteArray &path)
    {
        // Not trusted, as it may grow while it is read; one byte more, to see the end.
        if (expected < 0 || expected > Limits::packageFileBytes) {
            add(path, Problem::TooLarge);
            return std::nullopt;
        }
        PageBytes bytes(static_cast<qsizetype>(expected) + 1);
        if (bytes.isNull()) {
            add(path, Problem::Unreadable, qt_error_string(ENOMEM));
            return std::nullopt;
        }
        qsizetype have = 0;
        for (;;) {
            const ssize_t got = ::read(descriptor, bytes.data() + have, static_cast<size_t>(bytes.size() - have));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0) {
                add(path, Problem::Unreadable, qt_error_string(errno));
                return std::nullopt;
            }
            have += got;
            if (got == 0)
                break;
            if (have == bytes.size()) { // it has grown, so it is not the file of the list
                add(path, Problem::Changed);
                return std::nullopt;
            }
        }
        bytes.truncate(have);
        return bytes;
    }

    const PackageManifest &m_manifest;
    PackageReport m_report;
    QSet<QByteArray> m_seen;
};

} // namespace

PackageReport verify(const PackageManifest &manifest, const QString &folder)
{
    return Verification(manifest).run(folder);
}

bool exists(const QString &folder)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(folder).constData(), &status) == 0;
}

} // namespace Telemetry::PackageVerifier
