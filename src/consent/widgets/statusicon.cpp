#include "consent/widgets/statusicon.h"

#include <QPainter>
#include <QPixmap>

namespace Telemetry {

namespace {

using State = ConsentStatus::State;

/// The sign of a state, in the upper left corner of 16 x 16.
void drawSign(QPainter &painter, State state)
{
    switch (state) {
    case State::Off:
    case State::Basic:
    case State::Middle:
    case State::Full:
        return;
    case State::Waiting: // an arrow upwards
        painter.drawLine(QLineF(3.5, 1.5, 3.5, 7));
        painter.drawLine(QLineF(3.5, 1.5, 1.5, 3.5));
        painter.drawLine(QLineF(3.5, 1.5, 5.5, 3.5));
        return;
    case State::Paused: // two upright bars
        painter.drawLine(QLineF(2, 1.5, 2, 6.5));
        painter.drawLine(QLineF(5, 1.5, 5, 6.5));
        return;
    case State::Unreachable: // a cross
        painter.drawLine(QLineF(1.5, 1.5, 6, 6));
        painter.drawLine(QLineF(6, 1.5, 1.5, 6));
        return;
    case State::Administrator: // a padlock
        painter.drawRect(QRectF(1, 3.5, 5, 3.5));
        painter.drawArc(QRectF(2, 0.5, 3, 5), 0, 180 * 16);
        return;
    case State::Attention: // an exclamation mark
        painter.drawLine(QLineF(3.5, 1, 3.5, 4.5));
        painter.drawPoint(QPointF(3.5, 7));
        return;
    }
}

} // namespace

QIcon statusIcon(Level level, ConsentStatus::State state, const QColor &ink)
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
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::SquareCap));
        drawSign(painter, state);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Telemetry
