#include "consent/widgets/levelicon.h"

#include <QPainter>
#include <QPixmap>

namespace Telemetry {

QIcon levelIcon(Level level, const QColor &ink)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(16 * scale, 16 * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setPen(QPen(ink, 1));
        for (int bar = 0; bar < 3; ++bar) {
            const QRectF outline(1.5 + 5 * bar, 9.5 - 4 * bar, 3, 5 + 4 * bar);
            painter.setBrush(bar < static_cast<int>(level) ? QBrush(ink) : QBrush(Qt::NoBrush));
            painter.drawRect(outline);
        }
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Telemetry
