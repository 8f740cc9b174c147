#include "platform/disk/filelock.h"

#include "platform/disk/privatefiles.h"

#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>

namespace Telemetry {

FileLock::~FileLock()
{
    if (m_held)
        QFile::remove(m_file.fileName()); // while it is held (m_file.remove() lets go first): who waits notices
}

FileLock::Taken FileLock::tryLock()
{
    constexpr auto how = QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered;
    const bool open = openPrivate(m_file, how).ok()
                      || (isAbandoned(m_file.fileName()) && m_file.remove() && openPrivate(m_file, how).ok());
    if (!open)
        return isOutOfReach(m_file.fileName()) ? Taken::No : Taken::NoFile;
    const Taken taken = tryLock(m_file);
    m_held = taken == Taken::Yes;
    if (!m_held)
        m_file.close();
    return taken;
}

FileLock::Taken FileLock::tryLock(QFile &file)
{
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? Taken::No : Taken::NoLocks;
    struct stat info = {};
    return ::fstat(file.handle(), &info) == 0 && info.st_nlink > 0 ? Taken::Yes : Taken::No;
}

} // namespace Telemetry
