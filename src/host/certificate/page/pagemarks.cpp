#include "host/certificate/page/pagemarks.h"

#include "host/certificate/page/qrcode.h"
#include "host/certificate/page/sheet.h"

#include <algorithm>

namespace Telemetry {

void drawMark(const Sheet &sheet, QPointF topLeft, qreal side)
{
    const qreal part = side / 16; // as the icon has
    sheet.fill({topLeft, QSizeF(side, side)}, Sheet::accent, 3 * part);
    for (const QRectF &bar : {QRectF(3, 9, 2.5, 4), QRectF(6.8, 6, 2.5, 7), QRectF(10.5, 3, 2.5, 10)})
        sheet.fill({topLeft + bar.topLeft() * part, bar.size() * part}, Qt::white);
}

void drawCode(const Sheet &sheet, const QRectF &box, const QrCode &code)
{
    const qreal module = box.width() / (code.width + 2 * quietModules);
    const QPointF first = box.topLeft() + QPointF(quietModules, quietModules) * module;
    for (int row = 0; row < code.width; ++row) {
        for (int column = 0; column < code.width;) {
            int end = column;
            while (end < code.width && code.isDark(end, row))
                ++end;
            // A run at once, and a little into the next row: no hairlines between modules where a viewer smooths.
            if (end > column)
                sheet.fill({first.x() + column * module, first.y() + row * module, (end - column) * module,
                            module * (row + 1 < code.width ? 1.02 : 1)},
                           Qt::black);
            column = std::max(end, column + 1);
        }
    }
}

} // namespace Telemetry
