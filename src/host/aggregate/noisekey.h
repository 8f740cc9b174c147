#pragma once

#include <QByteArray>

namespace Telemetry {

/// A new key for one run, from the system's random numbers: Limits::noiseKeyBytes bytes. It exists only in the memory
/// of the run: whoever had it could take the noise off what is published. Any thread.
[[nodiscard]] QByteArray drawNoiseKey();

} // namespace Telemetry
