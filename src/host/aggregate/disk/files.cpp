#include "host/aggregate/disk/files.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Telemetry::Files {

namespace {

Error failed(const QString &path)
{
    return Error{Error::Code::Io, u"%1: %2"_s.arg(path, qt_error_string())};
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

Result<Done> writeNew(const QString &path, const QByteArray &bytes, unsigned mode)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0)
        return failed(path);
    // fchmod: the umask of the service may hide the public files from the web server.
    const bool done = ::fchmod(file, mode) == 0 && writeAll(file, bytes) && ::fsync(file) == 0;
    const Error error = failed(path);
    ::close(file);
    return done ? Result<Done>(Done{}) : Result<Done>(error);
}

Result<Done> syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return failed(path);
    const bool done = ::fsync(folder) == 0;
    const Error error = failed(path);
    ::close(folder);
    return done ? Result<Done>(Done{}) : Result<Done>(error);
}

} // namespace Telemetry::Files
