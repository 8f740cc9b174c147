#pragma once

#include "host/certificate/certificate.h"
#include "host/pages/html.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// Numbers, periods and lists in the words of the pages, which are English. Pure; any thread.

/// "1,230".
[[nodiscard]] QString grouped(qint64 number);
/// "1,220 to 1,240".
[[nodiscard]] QString intervalText(const PeopleWithin &number);
/// "October 2026", or "week 2026-W44".
[[nodiscard]] QString periodText(const QString &period);
/// "Oct 2026", or "W44 2026".
[[nodiscard]] QString shortPeriod(const QString &period);
/// "4 November 2026".
[[nodiscard]] QString dayText(QDate day);
/// "a, b and c".
[[nodiscard]] QString listed(const QStringList &words);
/// "34 %"; below 1 "< 1 %".
[[nodiscard]] QString shareText(qint64 part, qint64 whole);

} // namespace Telemetry
