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
    switch (lock->m_lock->tryLock()) {
    case FileLock::Taken::Yes:
        return lock;
    case FileLock::Taken::No:
        return Error{Error::Code::Busy, u"another process is sending"_s};
    case FileLock::Taken::Never:
        break;
    }
    return Error{Error::Code::Io, u"the lock of sending can't be made"_s};
}

} // namespace Telemetry
