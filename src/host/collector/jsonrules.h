#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Telemetry {

/// Why a request's JSON is refused that Qt reads and other readers don't, or read as something else; in words that
/// don't repeat it. Nothing when it is sound. `json` has to be something that parseJsonObject() has read: what that
/// finds is not looked for again.
///
/// Qt takes more than RFC 8259, and hands on what no text can hold. So these are judged by the bytes that came:
/// - a text has no control character that is not escaped, and no escape that JSON does not have (section 7);
/// - a text, also a key, has no half of a surrogate pair, which no UTF-8 can hold (8.2), and no U+0000, at which some
///   readers end it;
/// - a number has a digit on both sides of its point (6).
/// Thread-safe.
[[nodiscard]] std::optional<QString> refusalOfJson(QByteArrayView json);

} // namespace Telemetry
