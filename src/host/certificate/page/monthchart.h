#pragma once

#include "host/certificate/certificate.h"

#include <QRectF>

namespace Telemetry {

class Sheet;

/// Draws each month's number as a dot with its interval, from zero upwards, and shades the months that were not
/// published: an empty place would look like nobody.
void drawMonthChart(const Sheet &sheet, const QRectF &box, const Certificate &certificate);

/// The top of an axis from 0 that reaches this number, and the step between its lines: 1, 2 or 5 times a power of ten.
struct AxisSteps
{
    qint64 top = 0;
    qint64 step = 0;
};
[[nodiscard]] AxisSteps axisFor(qint64 greatest);

} // namespace Telemetry
