#include "platform/disk/fileidentity.h"

#include "platform/disk/handle_windows.h"

namespace Telemetry {

namespace {

QByteArray identityOf(HANDLE file)
{
    BY_HANDLE_FILE_INFORMATION info = {};
    if (!::GetFileInformationByHandle(file, &info))
        return {};
    const quint64 index = static_cast<quint64>(info.nFileIndexHigh) << 32 | info.nFileIndexLow;
    return QByteArray::number(static_cast<qulonglong>(info.dwVolumeSerialNumber)) + ':' + QByteArray::number(index);
}

} // namespace

QByteArray fileIdentity(const QString &name)
{
    // Without any right to what is in it: a file that others have open for themselves is told apart, too.
    const WindowsHandle file(::CreateFileW(nativePath(name).c_str(), 0,
                                           FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                           OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    return file.isOpen() ? identityOf(file.get()) : QByteArray();
}

QByteArray fileIdentity(const QFile &file)
{
    return identityOf(handleOf(file));
}

} // namespace Telemetry
