#pragma once

#include <QDate>
#include <QStringList>

namespace Telemetry {

/// Weeks or months without a hole: those that were released, and those between. Empty for none. Pure; any thread.
[[nodiscard]] QStringList axisOf(const QStringList &released);

/// The weeks or months that follow the last of the axis and have begun by this day: still open, or closed and not
/// published yet. At most a year of them; empty for no axis or no day.
[[nodiscard]] QStringList openAfter(const QStringList &axis, QDate day);

/// The month of a week or month; a week is in the one that has its Thursday. Empty for neither.
[[nodiscard]] QString monthOfPeriod(const QString &period);

/// Where on the axis the week or month of this day is; -1: it isn't on it.
[[nodiscard]] qsizetype placeOf(QDate day, const QStringList &axis);

} // namespace Telemetry
