#include "collect/disk/filelock.h"

#include "collect/disk/privatefiles.h"
#include "contract/limits.h"

#include <QDeadlineTimer>
#include <QThread>

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
        m_file.remove(); // while it is held: who waits for it notices, and takes the next one
}

bool FileLock::tryLock()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, privateFile))
        return false;
    struct stat info = {};
    // One that the last owner has removed meanwhile guards nothing.
    m_held = flock(m_file.handle(), LOCK_EX | LOCK_NB) == 0 && fstat(m_file.handle(), &info) == 0 && info.st_nlink > 0;
    if (!m_held)
        m_file.close();
    return m_held;
}

bool FileLock::lock()
{
    constexpr int pauseMs = 5;
    const QDeadlineTimer deadline(Limits::spoolBusyTimeoutMs);
    while (!tryLock()) {
        if (deadline.hasExpired() || m_file.error() == QFileDevice::OpenError)
            return false;
        QThread::msleep(pauseMs);
    }
    return true;
}

} // namespace Telemetry
