#include "upload/disk/sendinglock.h"

#include "collect/disk/privatefiles.h"
#include "contract/limits.h"

#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

SendingLock::SendingLock(const QString &file)
    : m_lock(std::make_unique<QLockFile>(file))
{
    // Whether its process still runs is asked of the system; the age counts only where that can't be.
    m_lock->setStaleLockTime(Limits::sendingLockStaleMs);
}

SendingLock::~SendingLock() = default;

/// A process that was killed between making the file and writing its number into it leaves one that names nobody.
bool SendingLock::takeHalfMade()
{
    qint64 process = 0;
    QString computer;
    QString program;
    if (m_lock->error() != QLockFile::LockFailedError || m_lock->getLockInfo(&process, &computer, &program))
        return false;
    m_lock->setStaleLockTime(Limits::spoolBusyTimeoutMs);
    const bool taken = m_lock->tryLock(0);
    m_lock->setStaleLockTime(Limits::sendingLockStaleMs);
    return taken;
}

Result<std::shared_ptr<SendingLock>> SendingLock::take(const QString &spoolFile)
{
    if (auto folder = makePrivateFolder(QFileInfo(spoolFile).absolutePath()); !folder)
        return folder.error();
    std::shared_ptr<SendingLock> lock(new SendingLock(spoolFile + u".sending.lock"_s));
    if (lock->m_lock->tryLock(0) || lock->takeHalfMade())
        return lock;
    if (lock->m_lock->error() == QLockFile::LockFailedError)
        return Error{Error::Code::Unsupported, u"another process is sending"_s};
    return Error{Error::Code::Io, u"the lock of sending can't be made"_s};
}

} // namespace Telemetry
