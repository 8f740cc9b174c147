#pragma once

#include <QByteArray>
#include <QDate>

namespace Telemetry {

/// A PDF as QPdfWriter makes it in UTC, with the beginning of this day in the place of the moment at which it was made,
/// which Qt has no call for. Nothing moves: the new date is as long as the old one. Without one of that form it stays
/// as it is.
[[nodiscard]] QByteArray datedPage(QByteArray pdf, QDate day);

} // namespace Telemetry
