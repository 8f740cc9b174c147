#include "client/upload/disk/sendinglock.h"

#include "client/consent/clientfiles.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

SendingLock::SendingLock(const QString &file)
    : m_lock(std::make_unique<FileLock>(file))
{
}

SendingLock::~SendingLock() = default;

Result<std::shared_ptr<SendingLock>> SendingLock::take(const QString &spoolFile)
{
    if (auto folder = makePrivateFolder(QFileInfo(spoolFile).absolutePath()); !folder)
        return folder.error();
    std::shared_ptr<SendingLock> lock(new SendingLock(ClientFiles::sendingLockOf(spoolFile)));
    const FileLock::Taken taken = lock->m_lock->tryLock();
    if (taken == FileLock::Taken::Yes)
        return lock;
    if (taken == FileLock::Taken::No)
        return Error{Error::Code::Busy, u"another process is sending"_s};
    return Error{Error::Code::Io, u"the lock of sending can't be made: %1"_s.arg(FileLock::why(taken).detail)};
}

} // namespace Telemetry
