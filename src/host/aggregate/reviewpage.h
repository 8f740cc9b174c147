#pragma once

#include "host/aggregate/review.h"

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// The review for a terminal.
[[nodiscard]] QString reviewText(const Review &review);
/// As one page without any file beside it, for a browser. UTF-8.
[[nodiscard]] QByteArray reviewHtml(const Review &review);
/// As JSON, for a script: `{"digest", "periods", "jumps", "new_plugins", "suspicions"}`.
[[nodiscard]] QByteArray reviewJson(const Review &review);

} // namespace Telemetry
