#pragma once

#include "host/certificate/certificate.h"
#include "host/pages/html.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// Numbers, periods and lists in the language of the pages, see PageLanguage. One thread.

/// "1,230", for where there is no markup.
[[nodiscard]] QString grouped(qint64 number);
/// The same as an element that has the number itself, so that a script can write it in the reader's own way.
[[nodiscard]] Html groupedData(qint64 number);
/// "1,220 to 1,240", for where there is no markup.
[[nodiscard]] QString intervalText(const PeopleWithin &number);
/// The same, of elements.
[[nodiscard]] Html intervalData(const PeopleWithin &number);
/// "October 2026", or "week 2026-W44". As a name, not as a part of a sentence that would change its form.
[[nodiscard]] QString periodText(const QString &period);
/// "Oct 2026", or "W44 2026".
[[nodiscard]] QString shortPeriod(const QString &period);
/// "4 November 2026".
[[nodiscard]] QString dayText(QDate day);
/// "a, b and c".
[[nodiscard]] QString listed(const QStringList &words);
/// "34 %"; below 1 "< 1 %".
[[nodiscard]] QString shareText(qint64 part, qint64 whole);
/// "1.5": with so many decimals, or as many as it has.
[[nodiscard]] QString decimalText(double number, int decimals = QLocale::FloatingPointShortest);

} // namespace Telemetry
