#pragma once

#include "contract/result.h"

#include <QByteArray>

/// POSIX files whose content is on the disk when the call returns.
namespace Telemetry::Files {

/// Makes a file that must not exist. Errors: Io.
[[nodiscard]] Result<Done> writeNew(const QString &path, const QByteArray &bytes, unsigned mode);
/// Makes what was made, renamed or removed in the folder lasting. Errors: Io.
[[nodiscard]] Result<Done> syncFolder(const QString &path);

} // namespace Telemetry::Files
