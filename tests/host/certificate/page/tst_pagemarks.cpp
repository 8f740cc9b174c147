#include "host/certificate/page/pagemarks.h"

#include "host/certificate/page/qrcode.h"
#include "host/certificate/page/sheet.h"

#include <QImage>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPageMarks : public QObject
{
    Q_OBJECT

    static constexpr int side = 640; // pixels, one for each mm

    template<typename Draw> static QImage drawn(const Draw &draw)
    {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(Qt::yellow); // what isn't drawn shows
        QPainter painter(&image);
        draw(Sheet(painter, 1));
        return image;
    }

private Q_SLOTS:
    /// Each module, by its middle.
    void aCodeIsDrawnAsItIs()
    {
        const QrCode code = qrCodeOf("https://telemetry.napari.org/verify.html").value();
        const QImage image = drawn([&](const Sheet &sheet) {
            sheet.fill({0, 0, side, side}, Qt::white);
            drawCode(sheet, {0, 0, side, side}, code);
        });
        const qreal module = qreal(side) / (code.width + 2 * quietModules);
        const auto isDark = [&](int column, int row) {
            return image.pixelColor(int((column + quietModules + 0.5) * module),
                                    int((row + quietModules + 0.5) * module))
                   == Qt::black;
        };
        for (int row = -quietModules; row < code.width + quietModules; ++row) {
            for (int column = -quietModules; column < code.width + quietModules; ++column) {
                const bool isInside = row >= 0 && row < code.width && column >= 0 && column < code.width;
                QVERIFY2(isDark(column, row) == (isInside && code.isDark(column, row)),
                         qPrintable(u"%1, %2"_s.arg(QString::number(column), QString::number(row))));
            }
        }
    }
    void aCodeHasItsPlace()
    {
        const QrCode code = qrCodeOf("a").value();
        const QRectF box(100, 200, 300, 300);
        const qreal border = box.width() * quietModules / (code.width + 2 * quietModules);
        const QImage image = drawn([&](const Sheet &sheet) { drawCode(sheet, box, code); });
        QRect dark;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                if (image.pixelColor(x, y) != Qt::yellow)
                    dark |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(std::abs(dark.left() - (100 + border)) <= 1 && std::abs(dark.top() - (200 + border)) <= 1);
        QVERIFY(std::abs(dark.right() - (400 - border)) <= 1 && std::abs(dark.bottom() - (500 - border)) <= 1);
    }
    /// As resources/pages/pages.svg has it, in sixteenths of the side.
    void theMarkIsTheIcon_data()
    {
        QTest::addColumn<QPointF>("place");
        QTest::addColumn<QColor>("colour");
        QTest::newRow("round corner") << QPointF(0.2, 0.2) << QColor(Qt::yellow);
        QTest::newRow("ground") << QPointF(8, 1) << Sheet::accent;
        QTest::newRow("low bar") << QPointF(4, 11) << QColor(Qt::white);
        QTest::newRow("above it") << QPointF(4, 8) << Sheet::accent;
        QTest::newRow("middle bar") << QPointF(8, 7) << QColor(Qt::white);
        QTest::newRow("between bars") << QPointF(6.1, 11) << Sheet::accent;
        QTest::newRow("high bar") << QPointF(12, 4) << QColor(Qt::white);
        QTest::newRow("below all") << QPointF(12, 14) << Sheet::accent;
    }
    void theMarkIsTheIcon()
    {
        QFETCH(QPointF, place);
        QFETCH(QColor, colour);
        const QImage image = drawn([](const Sheet &sheet) { drawMark(sheet, {160, 320}, 160); });
        QCOMPARE(image.pixelColor((place * 10 + QPointF(160, 320)).toPoint()), colour);
    }
};

QTEST_MAIN(TestPageMarks)
#include "tst_pagemarks.moc"
