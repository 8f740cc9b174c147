#include "host/certificate/page/sheet.h"

#include <QGuiApplication>
#include <QImage>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSheet : public QObject
{
    Q_OBJECT

    static constexpr int perMillimetre = 10; // pixels

    /// 100 mm by 60 mm of white paper, with what is drawn on it.
    template<typename Draw> static QImage drawn(const Draw &draw)
    {
        QImage image(100 * perMillimetre, 60 * perMillimetre, QImage::Format_RGB32);
        image.setDotsPerMeterX(perMillimetre * 1000);
        image.setDotsPerMeterY(perMillimetre * 1000);
        image.fill(Qt::white);
        QPainter painter(&image);
        draw(Sheet(painter, perMillimetre));
        return image;
    }
    static QColor at(const QImage &image, qreal x, qreal y)
    {
        return image.pixelColor(qRound(x * perMillimetre), qRound(y * perMillimetre));
    }
    /// Around all that isn't white, in mm.
    static QRectF inked(const QImage &image)
    {
        QRect found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) != Qt::white)
                    found |= QRect(x, y, 1, 1);
            }
        }
        return {QPointF(found.topLeft()) / perMillimetre, QSizeF(found.size()) / perMillimetre};
    }

private Q_SLOTS:
    void measuresInMillimetres()
    {
        const QImage filled = drawn([](const Sheet &sheet) { sheet.fill({10, 20, 30, 5}, Qt::red); });
        QCOMPARE(inked(filled), QRectF(10, 20, 30, 5));
        QCOMPARE(at(filled, 25, 22), QColor(Qt::red));
        const QImage stroked = drawn([](const Sheet &sheet) { sheet.stroke({10, 20}, {60, 20}, Qt::black, 2); });
        QCOMPARE(inked(stroked), QRectF(10, 19, 50, 2)); // and not longer at its ends
        const QImage dotted = drawn([](const Sheet &sheet) { sheet.dot({30, 30}, 4, Qt::blue); });
        QCOMPARE(inked(dotted), QRectF(26, 26, 8, 8));
        QCOMPARE(at(dotted, 30, 30), QColor(Qt::blue));
        QCOMPARE(at(dotted, 26.5, 26.5), QColor(Qt::white)); // it is round
    }
    void cornersAreRoundWhereAsked()
    {
        const QImage image = drawn([](const Sheet &sheet) { sheet.fill({10, 10, 20, 20}, Qt::red, 5); });
        QCOMPARE(at(image, 10.5, 10.5), QColor(Qt::white));
        QCOMPARE(at(image, 20, 10.5), QColor(Qt::red));
    }
    void aLineStaysInItsBox_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << u"ok"_s;
        QTest::newRow("long") << u"napari-with-a-long-name-that-is-wider"_s;
    }
    void aLineStaysInItsBox()
    {
        QFETCH(QString, text);
        const QRectF box(10, 20, 40, 8);
        const TextStyle style{9, QFont::Normal, Qt::black};
        const QRectF ink = inked(drawn([&](const Sheet &sheet) { sheet.line(box, text, style); }));
        QVERIFY(ink.width() > 1);
        QVERIFY2(box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(ink), qPrintable(QString::number(ink.right())));
    }
    void aLineIsNotMadeSmallerThanItHasTo()
    {
        const TextStyle style{9, QFont::Normal, Qt::black};
        const auto widthIn = [&](qreal room) {
            return inked(drawn([&](const Sheet &sheet) {
                       sheet.line({10, 20, room, 8}, u"napari-svg"_s, style);
                   }))
                .width();
        };
        QCOMPARE(widthIn(80), widthIn(60));
        QVERIFY(widthIn(12) < widthIn(60));
        QVERIFY(widthIn(12) > 8);
    }
    void aLineIsAligned()
    {
        const QRectF box(10, 20, 60, 8);
        const auto inkOf = [&](Qt::Alignment alignment) {
            return inked(drawn([&](const Sheet &sheet) {
                sheet.line(box, u"40"_s, {9, QFont::Normal, Qt::black, alignment});
            }));
        };
        QVERIFY(inkOf(Qt::AlignLeft | Qt::AlignTop).right() < 30);
        QVERIFY(inkOf(Qt::AlignRight | Qt::AlignTop).left() > 50);
        QVERIFY(std::abs(inkOf(Qt::AlignHCenter | Qt::AlignTop).center().x() - 40) < 0.5);
        QVERIFY(inkOf(Qt::AlignLeft | Qt::AlignBottom).top() > inkOf(Qt::AlignLeft | Qt::AlignTop).top() + 2);
    }
    void aParagraphIsBrokenAndNothingIsCutOff_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"each number counts the people who had it "_s.repeated(3).trimmed();
        QTest::newRow("one long word") << QString(60, u'w');
    }
    void aParagraphIsBrokenAndNothingIsCutOff()
    {
        QFETCH(QString, text);
        const TextStyle style{9, QFont::Normal, Qt::black};
        qreal height = 0;
        qreal foreseen = 0;
        qreal oneLine = 0;
        const QRectF ink = inked(drawn([&](const Sheet &sheet) {
            foreseen = sheet.heightOf(40, text, style);
            oneLine = sheet.heightOf(40, u"each"_s, style);
            height = sheet.paragraph({10, 5}, 40, text, style);
        }));
        QCOMPARE(height, foreseen);
        QVERIFY(height >= 2 * oneLine);
        QVERIFY(QRectF(9.5, 5, 41, height).contains(ink));
        QVERIFY(ink.height() > height - oneLine); // also the last line is there
    }
    void linesStandBelowEachOther()
    {
        drawn([](const Sheet &sheet) {
            const TextStyle style{9, QFont::Normal, Qt::black};
            const qreal room = sheet.widthOf(u"napari"_s, style) * 1.2; // for one of the words
            const qreal one = sheet.heightOf(room, u"napari"_s, style);
            const qreal three = sheet.heightOf(room, u"napari napari napari"_s, style);
            QVERIFY2(std::abs(three - 3 * one) < 0.1 * one, qPrintable(QString::number(three / one)));
        });
    }
    void widthFollowsTheSize()
    {
        drawn([](const Sheet &sheet) {
            const qreal small = sheet.widthOf(u"napari"_s, {9});
            const qreal large = sheet.widthOf(u"napari"_s, {18});
            QVERIFY(small > 5 && small < 20);
            QVERIFY(std::abs(large - 2 * small) < 0.1 * large);
        });
    }
};

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
