#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Telemetry {

/// A moment of ISO 8601, such as 2026-11-18T12:00:00Z, in UTC. Only with its time zone, so that nobody's local time
/// decides which week or day it is. Nothing for anything else. Pure; any thread.
[[nodiscard]] std::optional<QDateTime> momentFrom(const QString &text);

} // namespace Telemetry
