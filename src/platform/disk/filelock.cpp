#include "platform/disk/filelock.h"

#include "contract/limits.h"

#include <QDeadlineTimer>
#include <QThread>

namespace Telemetry {

FileLock::FileLock(const QString &name)
    : m_file(name)
{
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
