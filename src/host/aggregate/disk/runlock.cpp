#include "host/aggregate/disk/runlock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<RunLock>> RunLock::take(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, qt_error_string())};
    std::unique_ptr<RunLock> lock(new RunLock(file));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const QString why = errno == EWOULDBLOCK ? u"another run is going on"_s : qt_error_string();
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, why)};
    }
    return lock;
}

RunLock::~RunLock()
{
    ::close(m_file);
}

} // namespace Telemetry
