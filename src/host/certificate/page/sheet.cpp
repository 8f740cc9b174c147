#include "host/certificate/page/sheet.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPen>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qreal smallestPoints = 5;
constexpr qreal tracking = 0.1; // units; any at all keeps Qt from ligatures, which are hard to search and to copy

/// Breaks lines at words, or within one that is wider than the paragraph.
void layOut(QTextLayout &layout, qreal width, Qt::Alignment alignment)
{
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
}

} // namespace

Sheet::Sheet(QPainter &painter, qreal perMillimetre)
    : m_painter(painter)
    , m_perMillimetre(perMillimetre)
    , m_families{u"Open Sans"_s, u"DejaVu Sans"_s, u"sans-serif"_s}
{
    painter.setRenderHint(QPainter::Antialiasing);
}

QRectF Sheet::units(const QRectF &box) const
{
    return {box.topLeft() * m_perMillimetre, box.size() * m_perMillimetre};
}

QFont Sheet::font(const TextStyle &style) const
{
    QFont font(m_families);
    font.setPointSizeF(style.points);
    font.setWeight(style.weight);
    font.setHintingPreference(QFont::PreferNoHinting); // a page has no pixels
    font.setLetterSpacing(QFont::AbsoluteSpacing, tracking);
    return font;
}

qreal Sheet::widthOf(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(font(style), m_painter.device()).horizontalAdvance(text) / m_perMillimetre;
}

void Sheet::line(const QRectF &box, const QString &text, TextStyle style) const
{
    const qreal width = widthOf(text, style);
    if (width > box.width())
        style.points = std::max(smallestPoints, style.points * box.width() / width);
    m_painter.setFont(font(style));
    m_painter.setPen(style.colour);
    m_painter.drawText(units(box), static_cast<int>(style.alignment) | Qt::TextSingleLine | Qt::TextDontClip, text);
}

qreal Sheet::heightOf(qreal width, const QString &text, const TextStyle &style) const
{
    QTextLayout layout(text, font(style), m_painter.device());
    layOut(layout, width * m_perMillimetre, style.alignment);
    return layout.boundingRect().height() / m_perMillimetre;
}

qreal Sheet::paragraph(QPointF topLeft, qreal width, const QString &text, const TextStyle &style) const
{
    QTextLayout layout(text, font(style), m_painter.device());
    layOut(layout, width * m_perMillimetre, style.alignment);
    m_painter.setPen(style.colour);
    layout.draw(&m_painter, topLeft * m_perMillimetre);
    return layout.boundingRect().height() / m_perMillimetre;
}

void Sheet::fill(const QRectF &box, const QColor &colour, qreal radius) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawRoundedRect(units(box), radius * m_perMillimetre, radius * m_perMillimetre);
}

void Sheet::stroke(QPointF from, QPointF to, const QColor &colour, qreal width) const
{
    m_painter.setPen(QPen(colour, width * m_perMillimetre, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(from * m_perMillimetre, to * m_perMillimetre);
}

void Sheet::dot(QPointF centre, qreal radius, const QColor &colour) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawEllipse(centre * m_perMillimetre, radius * m_perMillimetre, radius * m_perMillimetre);
}

} // namespace Telemetry
