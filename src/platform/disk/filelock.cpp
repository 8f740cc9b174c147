#include "platform/disk/filelock.h"

#include "contract/limits.h"
#include "platform/disk/privatefiles.h"

#include <QDeadlineTimer>
#include <QThread>

#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>

namespace Telemetry {

FileLock::FileLock(const QString &name)
    : m_file(name)
{
}

FileLock::~FileLock()
{
    if (m_held)
        QFile::remove(m_file.fileName()); // while it is held (m_file.remove() lets go first): who waits notices
}

FileLock::Taken FileLock::tryLock()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, privateFile))
        return Taken::Never;
    struct stat info = {};
    const bool locked = flock(m_file.handle(), LOCK_EX | LOCK_NB) == 0;
    const bool busy = !locked && errno == EWOULDBLOCK;
    // One that the last owner has removed meanwhile guards nothing.
    m_held = locked && fstat(m_file.handle(), &info) == 0 && info.st_nlink > 0;
    if (m_held)
        return Taken::Yes;
    m_file.close();
    return locked || busy ? Taken::No : Taken::Never;
}

bool FileLock::lock()
{
    constexpr int pauseMs = 5;
    const QDeadlineTimer deadline(Limits::spoolBusyTimeoutMs);
    Taken taken = tryLock();
    while (taken == Taken::No && !deadline.hasExpired()) {
        QThread::msleep(pauseMs);
        taken = tryLock();
    }
    return taken == Taken::Yes;
}

} // namespace Telemetry
