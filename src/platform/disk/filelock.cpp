#include "platform/disk/filelock.h"

#include "contract/limits.h"

#include <QDeadlineTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Telemetry {

FileLock::FileLock(const QString &name)
    : m_file(name)
{
}

Result<Done> FileLock::lock()
{
    constexpr int pauseMs = 5;
    const QDeadlineTimer deadline(Limits::spoolBusyTimeoutMs);
    Taken taken = tryLock();
    while (taken == Taken::No && !deadline.hasExpired()) {
        QThread::msleep(pauseMs);
        taken = tryLock();
    }
    return taken == Taken::Yes ? Result<Done>(Done{}) : why(taken);
}

Error FileLock::why(Taken taken)
{
    switch (taken) {
    case Taken::Yes:
    case Taken::No:
        break;
    case Taken::NoFile:
        return {Error::Code::Io, u"a file for its lock can't be made"_s};
    case Taken::NoLocks:
        return {Error::Code::Unsupported, u"the file system there has no file locks"_s};
    }
    return {Error::Code::Busy, u"another process has its lock"_s};
}

} // namespace Telemetry
