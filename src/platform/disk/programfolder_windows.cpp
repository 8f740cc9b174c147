#include "platform/disk/programfolder.h"

#include "platform/disk/accesslist_windows.h"
#include "platform/disk/handle_windows.h"

#include <QDir>

#include <aclapi.h>

namespace Telemetry {

bool isOwnProgramFolder(const QString &folder)
{
    if (!QDir::isAbsolutePath(folder))
        return false;
    const WindowsHandle opened(::CreateFileW(nativePath(folder).c_str(), READ_CONTROL | FILE_READ_ATTRIBUTES,
                                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                             OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT,
                                             nullptr));
    BY_HANDLE_FILE_INFORMATION info = {};
    if (!opened.isOpen() || !::GetFileInformationByHandle(opened.get(), &info)
        || (info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0
        || (info.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0)
        return false;
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::GetSecurityInfo(opened.get(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner,
                          nullptr, &list, nullptr, &descriptor)
        != ERROR_SUCCESS)
        return false;
    // Whatever an administrator makes may belong to all administrators.
    const bool ours = isUserOrSystem(owner) && !givesOthers(list, FILE_ALL_ACCESS);
    ::LocalFree(descriptor);
    return ours;
}

} // namespace Telemetry
