#pragma once

#include "contract/result.h"

#include <QString>

namespace Telemetry {

/// Gives what is called `from` the name `to`, in one step of the file system; what had that name is called `from` then.
/// Readers and crashes find the one or the other. Errors: Unsupported (the file system can't), Io.
[[nodiscard]] Result<Done> exchangeNames(const QString &from, const QString &to);

} // namespace Telemetry
