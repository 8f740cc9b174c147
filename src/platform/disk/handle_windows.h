#pragma once

#include <QFile>
#include <QString>

#include <string>
#include <utility>

#include <windows.h>

namespace Telemetry {

/// A handle of Windows that is closed with it. Belongs to whoever made it.
class WindowsHandle
{
public:
    explicit WindowsHandle(HANDLE handle = INVALID_HANDLE_VALUE)
        : m_handle(handle)
    {
    }
    ~WindowsHandle()
    {
        if (isOpen())
            ::CloseHandle(m_handle);
    }
    Q_DISABLE_COPY_MOVE(WindowsHandle)

    [[nodiscard]] bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE && m_handle; }
    [[nodiscard]] HANDLE get() const { return m_handle; }
    /// Closing it is the caller's from now on.
    [[nodiscard]] HANDLE release() { return std::exchange(m_handle, INVALID_HANDLE_VALUE); }

private:
    HANDLE m_handle;
};

/// A path as Windows' functions take it: with backslashes, and absolute, with the prefix that lifts the limit of 260
/// characters.
[[nodiscard]] std::wstring nativePath(const QString &path);

/// The handle of a file that Qt has open; it stays Qt's.
[[nodiscard]] HANDLE handleOf(const QFile &file);

/// Lets Qt use a handle, and close it. Only an open one. False, and the handle closed, when there is no room for it.
[[nodiscard]] bool giveTo(QFile &file, WindowsHandle &handle, QIODevice::OpenMode mode);

/// An error that the functions of Windows left behind; call it right after them.
[[nodiscard]] QString lastErrorWords();

/// Whether the function that failed last did so because a file of this name is being deleted, and goes when the last
/// one who has it open is done. (For all that Windows says otherwise, that could be missing rights as well.)
[[nodiscard]] bool lastErrorIsDeletePending();

} // namespace Telemetry
