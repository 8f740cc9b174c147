#pragma once

#include "contract/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace Telemetry {

/// One sending or erasing at a time for each spool, among all processes that share it. Held as long as it lives; what a
/// process that was killed left behind is recovered. Worker thread.
class SendingLock
{
public:
    /// Takes the lock of this spool, without waiting. Errors: Unsupported (another process has it), Io (the folder
    /// can't be written).
    [[nodiscard]] static Result<std::shared_ptr<SendingLock>> take(const QString &spoolFile);
    ~SendingLock();
    Q_DISABLE_COPY_MOVE(SendingLock)

private:
    explicit SendingLock(const QString &file);
    [[nodiscard]] bool takeHalfMade();
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace Telemetry
