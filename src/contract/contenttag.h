#pragma once

#include <QByteArray>

namespace Telemetry {

/// The entity tag (ETag) of a document: a hash of its content, in quotes. The client computes that of what it has by
/// itself and never sends back one that it was given, so a tag can't be used to recognise a computer.
[[nodiscard]] QByteArray contentTag(const QByteArray &content);

} // namespace Telemetry
