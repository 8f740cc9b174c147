#pragma once

#include <QByteArray>

namespace Telemetry {

/// What the system tells its users apart by: a user id, or on Windows a security identifier (SID) in its text form.
/// Empty when the system doesn't say. Any thread.
[[nodiscard]] QByteArray userId();

} // namespace Telemetry
