#pragma once

#include "host/signing/signature.h"

#include "contract/result.h"

#include <QByteArray>

namespace Telemetry {

/// What a file with a secret key holds: one line, the 64 bytes in Base64.
[[nodiscard]] QByteArray secretKeyLine(const SigningKeys &keys);
/// Strict: what it takes is what secretKeyLine() writes, the line feed may be missing. Errors: Invalid; its detail
/// holds nothing of the key. Any thread.
[[nodiscard]] Result<SigningKeys> readSecretKeyLine(const QByteArray &bytes);

} // namespace Telemetry
