#pragma once

#include "contract/result.h"

#include <memory>

namespace Telemetry {

/// Only one aggregation at a time: a lock that the system drops when the process ends, however it ends.
class RunLock
{
public:
    /// Errors: Io (another run holds it, or the file can't be made).
    [[nodiscard]] static Result<std::unique_ptr<RunLock>> take(const QString &path);
    ~RunLock();
    Q_DISABLE_COPY_MOVE(RunLock)

private:
    explicit RunLock(int file)
        : m_file(file)
    {
    }
    const int m_file;
};

} // namespace Telemetry
