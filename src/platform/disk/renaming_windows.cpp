#include "platform/disk/renaming.h"

#include "contract/limits.h"
#include "platform/disk/handle_windows.h"

#include <QDeadlineTimer>
#include <QThread>

namespace Telemetry {

Result<Done> renameOver(const QString &from, const QString &to)
{
    constexpr int pauseMs = 10;
    const QDeadlineTimer deadline(Limits::renamingWaitMs);
    const std::wstring old = nativePath(from);
    const std::wstring target = nativePath(to);
    for (;;) {
        if (::MoveFileExW(old.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return Done{};
        const DWORD failure = ::GetLastError();
        // A virus scanner, an indexer, or somebody who reads it at this moment.
        const bool passes = failure == ERROR_ACCESS_DENIED || failure == ERROR_SHARING_VIOLATION;
        if (!passes || deadline.hasExpired())
            return Error{Error::Code::Io, qt_error_string(static_cast<int>(failure))};
        QThread::msleep(pauseMs);
    }
}

} // namespace Telemetry
