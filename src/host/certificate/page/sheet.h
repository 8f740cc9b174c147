#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace Telemetry {

/// How a text is set.
struct TextStyle
{
    qreal points = 9;
    QFont::Weight weight = QFont::Normal;
    QColor colour = QColor(0x16, 0x20, 0x2b);
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop;
};

/// A page that is drawn on in millimetres from its upper left corner, with text in points. The painter must outlive it.
class Sheet
{
public:
    static constexpr QColor ink{0x16, 0x20, 0x2b};
    static constexpr QColor muted{0x52, 0x60, 0x6d};
    static constexpr QColor hairline{0xd9, 0xde, 0xe4};
    static constexpr QColor shade{0xee, 0xf1, 0xf4};
    static constexpr QColor accent{0x1f, 0x6f, 0xb2};

    /// `perMillimetre`: units of the painter.
    Sheet(QPainter &painter, qreal perMillimetre);

    /// One line. Set smaller when it would be wider than its box.
    void line(const QRectF &box, const QString &text, TextStyle style) const;
    /// Several lines, broken where the box ends; nothing below it is cut off. Returns their height.
    qreal paragraph(QPointF topLeft, qreal width, const QString &text, const TextStyle &style) const;
    [[nodiscard]] qreal heightOf(qreal width, const QString &text, const TextStyle &style) const;
    [[nodiscard]] qreal widthOf(const QString &text, const TextStyle &style) const;

    void fill(const QRectF &box, const QColor &colour, qreal radius = 0) const;
    void stroke(QPointF from, QPointF to, const QColor &colour, qreal width) const;
    void dot(QPointF centre, qreal radius, const QColor &colour) const;

private:
    [[nodiscard]] QRectF units(const QRectF &box) const;
    [[nodiscard]] QFont font(const TextStyle &style) const;
    QPainter &m_painter;
    qreal m_perMillimetre;
    QStringList m_families;
};

} // namespace Telemetry
