#pragma once

#include <QString>

namespace Telemetry {

/// Whether it is a folder of this user's alone, itself and not by a link, from which the system lets libraries be
/// loaded. The path has to be absolute. Any thread.
[[nodiscard]] bool isOwnProgramFolder(const QString &folder);

} // namespace Telemetry
