#include "platform/disk/newfile.h"

#include "platform/disk/syncing_posix.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Qt has four bits for each of owner, group and others, and the system has three.
mode_t modeFrom(QFileDevice::Permissions permissions)
{
    const uint bits = permissions.toInt();
    return (bits >> 12 & 7U) << 6 | (bits >> 4 & 7U) << 3 | (bits & 7U);
}

/// Whether it has this mode. Some file systems have one for all files, and let nobody change it.
bool hasMode(int file, mode_t mode)
{
    struct stat info = {};
    return ::fstat(file, &info) == 0 && (info.st_mode & 0777U) == mode;
}

bool writeAll(int file, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t more = ::write(file, bytes.constData() + written, size_t(bytes.size() - written));
        if (more < 0 && errno != EINTR)
            return false;
        written += qMax<ssize_t>(more, 0);
    }
    return true;
}

} // namespace

Result<Done> writeNewFile(const QString &path, const NextBytes &next, QFileDevice::Permissions permissions)
{
    const mode_t mode = modeFrom(permissions);
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    // fchmod: the umask of a service may hide from a web server what is public.
    bool done = file >= 0 && (::fchmod(file, mode) == 0 || hasMode(file, mode));
    std::optional<Error> refused;
    for (bool hasMore = done; hasMore && done;) {
        const auto bytes = next();
        if (!bytes)
            refused = bytes.error();
        hasMore = bytes && !bytes.value().isEmpty();
        done = bytes && (!hasMore || writeAll(file, bytes.value()));
    }
    done = done && (::fsync(file) == 0 || cannotSync(errno));
    const Error error = refused.value_or(Error{Error::Code::Io, u"%1: %2"_s.arg(path, qt_error_string())});
    if (file >= 0)
        ::close(file);
    return done ? Result<Done>(Done{}) : Result<Done>(error);
}

Result<Done> writeNewFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions mode)
{
    QByteArray left = bytes;
    return writeNewFile(
        path, [&left] { return Result<QByteArray>(std::exchange(left, {})); }, mode);
}

} // namespace Telemetry
