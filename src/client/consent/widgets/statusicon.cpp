#include "client/consent/widgets/statusicon.h"

#include <QPainter>
#include <QPixmap>

namespace Telemetry {

namespace {

using State = ConsentStatus::State;

bool hasSign(State state)
{
    return state != State::Off && state != State::Basic && state != State::Middle && state != State::Full;
}

/// The sign of a state, beside the bars, in 18 to 26 by 2 to 15.
void drawSign(QPainter &painter, State state, const QColor &ink)
{
    switch (state) {
    case State::Off:
    case State::Basic:
    case State::Middle:
    case State::Full:
        return;
    case State::Waiting: // an arrow upwards
        painter.drawLine(QLineF(22, 13, 22, 4));
        painter.drawLine(QLineF(22, 4, 19, 7));
        painter.drawLine(QLineF(22, 4, 25, 7));
        return;
    case State::Paused: // two upright bars
        painter.fillRect(QRectF(19, 4, 2, 10), ink);
        painter.fillRect(QRectF(23, 4, 2, 10), ink);
        return;
    case State::Unreachable: // a cross
        painter.drawLine(QLineF(19, 6, 25, 12));
        painter.drawLine(QLineF(25, 6, 19, 12));
        return;
    case State::Administrator: // a padlock
        painter.fillRect(QRectF(18, 8, 8, 6), ink);
        painter.drawArc(QRectF(19.75, 3.75, 4.5, 7), 0, 180 * 16);
        return;
    case State::Attention: // an exclamation mark
        painter.fillRect(QRectF(21, 2, 2, 8), ink);
        painter.fillRect(QRectF(21, 12, 2, 2), ink);
        return;
    }
}

} // namespace

QSize statusIconSize(ConsentStatus::State state)
{
    return {hasSign(state) ? 28 : 18, 16};
}

QIcon statusIcon(Level level, ConsentStatus::State state, const QColor &ink)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(statusIconSize(state) * scale);
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
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 1.75, Qt::SolidLine, Qt::RoundCap));
        drawSign(painter, state, ink);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Telemetry
