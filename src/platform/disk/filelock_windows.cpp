#include "platform/disk/filelock.h"

#include "platform/disk/accesslist_windows.h"
#include "platform/disk/handle_windows.h"

namespace Telemetry {

namespace {

/// A byte that no file of ours reaches: a lock of Windows keeps others from reading and writing what it is on.
constexpr DWORD lockedByteHigh = 0x40000000;

} // namespace

FileLock::~FileLock() = default; // the system deletes the file when it is closed

FileLock::Taken FileLock::tryLock()
{
    OwnerOnly owner;
    if (!owner.attributes())
        return Taken::NoFile;
    // Shared with nobody: having it open is the lock. The system deletes it with its last handle, also of a process
    // that is ended.
    WindowsHandle file(::CreateFileW(nativePath(m_file.fileName()).c_str(), GENERIC_WRITE | DELETE, 0,
                                     owner.attributes(), OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE,
                                     nullptr));
    if (!file.isOpen())
        return ::GetLastError() == ERROR_SHARING_VIOLATION || lastErrorIsDeletePending() ? Taken::No : Taken::NoFile;
    m_held = giveTo(m_file, file, QIODevice::WriteOnly | QIODevice::Unbuffered);
    return m_held ? Taken::Yes : Taken::NoFile;
}

FileLock::Taken FileLock::tryLock(QFile &file)
{
    const HANDLE handle = handleOf(file);
    OVERLAPPED place = {};
    place.OffsetHigh = lockedByteHigh;
    if (!::LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place))
        return ::GetLastError() == ERROR_LOCK_VIOLATION || ::GetLastError() == ERROR_IO_PENDING ? Taken::No
                                                                                                : Taken::NoLocks;
    FILE_STANDARD_INFO info = {};
    return ::GetFileInformationByHandleEx(handle, FileStandardInfo, &info, sizeof info) && !info.DeletePending
                   && info.NumberOfLinks > 0
               ? Taken::Yes
               : Taken::No;
}

} // namespace Telemetry
