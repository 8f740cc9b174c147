#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace Telemetry {

/// The one byte form of a value: compact, keys sorted by code point, UTF-8. Merging breaks ties by it, and the
/// preview, the request and the receipt show it.
[[nodiscard]] QByteArray canonicalJson(const QJsonObject &object);

/// Reads untrusted bytes as one JSON object, with limits on size (bytes) and nesting (Limits::jsonDepth) that hold
/// before anything is parsed. Strict where readers differ: a byte order mark is refused, and so is a key that an object
/// has twice (in whatever spelling, at any depth), of which some readers keep the first value and Qt the last.
/// Errors: TooLarge, Invalid. Any thread.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &bytes, qsizetype maximumBytes);

} // namespace Telemetry
