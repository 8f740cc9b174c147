#pragma once

#include "host/certificate/certificate.h"

#include <QPointF>

namespace Telemetry {

class Sheet;

/// Millimetres that the table takes.
[[nodiscard]] qreal heightOfYearTable(const Certificate &certificate);

/// Draws a row for each year, with a column for each month and one for the mean month: each number with its interval
/// below. A dash: not published; nothing: not of the certificate's range.
void drawYearTable(const Sheet &sheet, QPointF topLeft, qreal width, const Certificate &certificate);

} // namespace Telemetry
