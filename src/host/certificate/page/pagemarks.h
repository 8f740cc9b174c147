#pragma once

#include <QPointF>
#include <QRectF>

namespace Telemetry {

class Sheet;
struct QrCode;

/// Modules of the light border that a QR code needs on each side.
inline constexpr int quietModules = 4;

/// Draws the mark of the public pages (resources/pages/pages.svg), in millimetres.
void drawMark(const Sheet &sheet, QPointF topLeft, qreal side);

/// Draws a QR code with its light border into a square, in millimetres.
void drawCode(const Sheet &sheet, const QRectF &box, const QrCode &code);

} // namespace Telemetry
