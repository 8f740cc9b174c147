#include "platform/disk/handle_windows.h"

#include <QDir>

#include <fcntl.h>
#include <io.h>

using namespace Qt::StringLiterals;

namespace Telemetry {

std::wstring nativePath(const QString &path)
{
    const QString whole = QDir::toNativeSeparators(QDir::cleanPath(QDir::current().absoluteFilePath(path)));
    if (whole.startsWith("\\\\?\\"_L1) || whole.startsWith("\\\\.\\"_L1))
        return whole.toStdWString();
    if (whole.startsWith("\\\\"_L1))
        return (u"\\\\?\\UNC\\"_s + whole.sliced(2)).toStdWString();
    return (u"\\\\?\\"_s + whole).toStdWString();
}

HANDLE handleOf(const QFile &file)
{
    const int descriptor = file.handle();
    return descriptor < 0 ? INVALID_HANDLE_VALUE : reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
}

bool giveTo(QFile &file, WindowsHandle &handle, QIODevice::OpenMode mode)
{
    int flags = _O_BINARY | _O_NOINHERIT;
    if (mode & QIODevice::Append)
        flags |= _O_APPEND;
    if (!(mode & QIODevice::WriteOnly))
        flags |= _O_RDONLY;
    const int descriptor = ::_open_osfhandle(reinterpret_cast<intptr_t>(handle.get()), flags);
    if (descriptor < 0)
        return false;
    (void)handle.release(); // the descriptor closes it
    if (file.open(descriptor, mode & ~(QIODevice::NewOnly | QIODevice::ExistingOnly | QIODevice::Truncate),
                  QFileDevice::AutoCloseHandle))
        return true;
    ::_close(descriptor);
    return false;
}

QString lastErrorWords()
{
    return qt_error_string(static_cast<int>(::GetLastError()));
}

bool lastErrorIsDeletePending()
{
    constexpr LONG deletePending = static_cast<LONG>(0xC0000056);
    using LastStatus = LONG(NTAPI *)();
    // It is in no header and no import library, and has been in every Windows since XP.
    static const auto lastStatus = reinterpret_cast<LastStatus>(
        reinterpret_cast<void *>(::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "RtlGetLastNtStatus")));
    return lastStatus && lastStatus() == deletePending;
}

} // namespace Telemetry
