#pragma once

#include <QString>
#include <QStringList>

namespace Telemetry {

/// Whether this is a month as periods are written, "2026-11".
[[nodiscard]] bool isMonthName(const QString &text);

/// All months from one to another, both included; none when they are the wrong way round. Both are names of months.
[[nodiscard]] QStringList monthsBetween(const QString &from, const QString &to);

/// "November 2026", for people.
[[nodiscard]] QString monthInWords(const QString &month);

} // namespace Telemetry
