#pragma once

#include <QByteArray>

namespace Telemetry {

/// The machine's id and the user's id, separated by a line break: what keeps apart two computers, or two people, that
/// share one identity file. It only ever goes into the keyed hash of weekKey(): never store, show or send it. The
/// machine's part is empty where the system has none (some containers). Any thread.
[[nodiscard]] QByteArray machineDetails();

} // namespace Telemetry
