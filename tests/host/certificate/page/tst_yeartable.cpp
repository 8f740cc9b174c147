#include "host/certificate/page/yeartable.h"

#include "host/certificate/page/sheet.h"
#include "host/certificate/yearfigures.h"
#include "support/paintedtexts.h"

#include <QGuiApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestYearTable : public QObject
{
    Q_OBJECT

    static constexpr qreal width = 170; // mm, as all that follow
    static constexpr qreal yearWidth = 14;
    static constexpr qreal meanWidth = 21;
    static constexpr qreal headHeight = 5.5;
    static constexpr qreal rowHeight = 9.5;

    /// February 2026 to January 2027, of which two months were published.
    static Certificate certificate()
    {
        Certificate certificate;
        certificate.from = u"2026-02"_s;
        certificate.to = u"2027-01"_s;
        certificate.months = {{u"2026-02"_s, {40, 30, 50}, 5, 1, {}}, {u"2026-05"_s, {1200, 1150, 1250}, 5, 2, {}}};
        certificate.years = yearsOf(certificate.from, certificate.to, certificate.months);
        return certificate;
    }
    /// The texts of this box.
    static QStringList drawn(QPointF topLeft, const QRectF &box)
    {
        TestSupport::PaintedTexts page;
        QPainter painter(&page);
        drawYearTable(Sheet(painter, TestSupport::PaintedTexts::perMillimetre), topLeft, width, certificate());
        return page.in(box);
    }

private Q_SLOTS:
    void isAsHighAsItsYears() { QCOMPARE(heightOfYearTable(certificate()), headHeight + 2 * rowHeight); }
    void eachNumberStandsInItsMonth_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("month"); // 0: the year; 13: the mean month
        QTest::addColumn<QStringList>("texts");
        const PeopleWithin mean = *certificate().years[0].mean;
        QTest::newRow("year") << 0 << 0 << QStringList{u"2026"_s, u"2 of 11"_s};
        QTest::newRow("not of the range") << 0 << 1 << QStringList();
        QTest::newRow("published") << 0 << 2 << QStringList{u"40"_s, u"30–50"_s};
        QTest::newRow("not published") << 0 << 3 << QStringList{u"–"_s};
        QTest::newRow("a thousand and more") << 0 << 5 << QStringList{u"1200"_s, u"± 50"_s};
        QTest::newRow("the last of the year") << 0 << 12 << QStringList{u"–"_s};
        QTest::newRow("mean") << 0 << 13
                              << QStringList{QString::number(mean.people),
                                             u"%1–%2"_s.arg(QString::number(mean.low), QString::number(mean.high))};
        QTest::newRow("a year without any") << 1 << 0 << QStringList{u"2027"_s, u"0 of 1"_s};
        QTest::newRow("not published in it") << 1 << 1 << QStringList{u"–"_s};
        QTest::newRow("after the range") << 1 << 2 << QStringList();
        QTest::newRow("no mean of nothing") << 1 << 13 << QStringList{u"–"_s};
    }
    void eachNumberStandsInItsMonth()
    {
        QFETCH(int, row);
        QFETCH(int, month);
        const qreal monthWidth = (width - yearWidth - meanWidth) / 12;
        const QPointF topLeft(20, 100);
        const qreal left = month == 0 ? 0 : yearWidth + monthWidth * (month - 1);
        const QRectF cell(topLeft + QPointF(left, headHeight + row * rowHeight), QSizeF(month == 0    ? yearWidth
                                                                                        : month == 13 ? meanWidth
                                                                                                      : monthWidth,
                                                                                        rowHeight));
        QTEST(drawn(topLeft, cell), "texts");
    }
    void namesTheMonths()
    {
        const QStringList heads = drawn({0, 0}, {0, 0, width, headHeight});
        QCOMPARE(heads.size(), 13);
        QCOMPARE(heads.first(), u"Jan"_s);
        QCOMPARE(heads[11], u"Dec"_s);
        QCOMPARE(heads.last(), u"mean month"_s);
    }
};

QTEST_MAIN(TestYearTable)
#include "tst_yeartable.moc"
