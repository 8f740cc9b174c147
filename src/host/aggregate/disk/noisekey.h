#pragma once

#include "contract/result.h"

#include <QByteArray>

namespace Telemetry {

/// The secret that the noise is drawn with. Whoever has it can take the noise off what is published.
namespace NoiseKey {

/// Reads the file, or makes it with a new random key: whole or not at all, mode 0600. Errors: Io, Invalid (another
/// size, no regular file, or readable for others: then it may be known and must be replaced).
[[nodiscard]] Result<QByteArray> readOrMake(const QString &path);

} // namespace NoiseKey

} // namespace Telemetry
