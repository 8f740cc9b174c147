#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Telemetry {

/// Why a request is refused whose header two readers could take for two things, in words that don't repeat it; nothing
/// when it is sound. `header` is a request's bytes from its first line to the empty one, both included.
///
/// A parser settles such cases, each in its own way: it folds lines together, takes the first of two hosts, merges
/// lengths that agree, reads an encoding by its last word. When the proxy in front settles them in another way, one
/// request becomes two (RFC 9112, 11.2). So these are judged by the bytes that came:
/// - lines end in CRLF, and none begins with a space or a tab (5.2);
/// - exactly one Host, which HTTP/1.0 may do without (3.2);
/// - at most one Content-Length, of digits only (6.3 would allow a list of equal ones);
/// - at most one Transfer-Encoding, which is `chunked` and nothing else (6.1), not in HTTP/1.0, and not beside a
///   Content-Length.
/// Thread-safe.
[[nodiscard]] std::optional<QString> refusalOfHeader(QByteArrayView header);

} // namespace Telemetry
