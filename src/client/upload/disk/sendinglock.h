#pragma once

#include "contract/result.h"

#include <QString>

#include <memory>

namespace Telemetry {

class FileLock;

/// One sending or erasing at a time for each spool, among all processes that share it. Held as long as it lives, or
/// its process does: what a process that was killed left behind holds nobody up. Worker thread.
class SendingLock
{
public:
    /// Takes the lock of this spool, without waiting. Errors: Busy (another process has it), Io (the folder
    /// can't be written, or has no locks).
    [[nodiscard]] static Result<std::shared_ptr<SendingLock>> take(const QString &spoolFile);
    ~SendingLock();
    Q_DISABLE_COPY_MOVE(SendingLock)

private:
    explicit SendingLock(const QString &file);
    std::unique_ptr<FileLock> m_lock;
};

} // namespace Telemetry
