#include "platform/disk/filesystemtype.h"

#include "platform/disk/handle_windows.h"

#include <QStorageInfo>

#include <array>

namespace Telemetry {

QByteArray fileSystemType(const QString &folder)
{
    // Windows calls a share what the other computer's disk is formatted as.
    std::array<wchar_t, MAX_PATH + 1> volume = {};
    if (::GetVolumePathNameW(nativePath(folder).c_str(), volume.data(), static_cast<DWORD>(volume.size()))
        && ::GetDriveTypeW(volume.data()) == DRIVE_REMOTE)
        return "smb";
    return QStorageInfo(folder).fileSystemType().toLower();
}

} // namespace Telemetry
