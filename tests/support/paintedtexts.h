#pragma once

#include <QList>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>
#include <QStringList>

/// A page that keeps which text is drawn where, and no picture.
namespace TestSupport {

class PaintedTexts : public QPaintDevice
{
public:
    static constexpr int perMillimetre = 10; ///< units

    /// The texts whose first letter stands in this box (mm), in the order in which they were drawn.
    [[nodiscard]] QStringList in(const QRectF &box) const
    {
        QStringList found;
        for (const auto &[text, place] : m_engine.texts) {
            if (box.contains(place / perMillimetre))
                found.append(text);
        }
        return found;
    }
    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return 210 * perMillimetre;
        case PdmHeight:
            return 297 * perMillimetre;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 254; // perMillimetre in an inch
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine
    {
    public:
        Engine()
            : QPaintEngine(AllFeatures)
        {
        }
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override { }
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
        void drawPath(const QPainterPath &) override { }
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
        void drawTextItem(const QPointF &place, const QTextItem &item) override { texts.append({item.text(), place}); }
        Type type() const override { return User; }
        QList<std::pair<QString, QPointF>> texts;
    };
    mutable Engine m_engine;
};

} // namespace TestSupport
