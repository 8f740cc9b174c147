#include "host/certificate/page/yeartable.h"

#include "host/certificate/page/sheet.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qreal headHeight = 5.5; // mm
constexpr qreal rowHeight = 9.5;  // mm
constexpr qreal yearWidth = 14;   // mm
constexpr qreal meanWidth = 21;   // mm
constexpr int monthsOfYear = 12;
constexpr qint64 shortNumber = 1'000; // from here on two numbers are too wide for a month's cell

const TextStyle head{7.5, QFont::Normal, Sheet::muted, Qt::AlignHCenter | Qt::AlignVCenter};
const TextStyle headLeft{7.5, QFont::Normal, Sheet::muted, Qt::AlignLeft | Qt::AlignVCenter};
const TextStyle number{9.5, QFont::DemiBold, Sheet::ink, Qt::AlignHCenter | Qt::AlignVCenter};
const TextStyle none{9.5, QFont::Normal, Sheet::muted, Qt::AlignHCenter | Qt::AlignVCenter};

/// A range where it is legible, else how far it reaches up and down: for a thousand people it is the same.
QString interval(const PeopleWithin &people)
{
    return people.high < shortNumber ? u"%1–%2"_s.arg(QString::number(people.low), QString::number(people.high))
                                     : u"± %1"_s.arg(people.high - people.people);
}

void drawNumber(const Sheet &sheet, const QRectF &cell, const PeopleWithin &people, const QString &interval)
{
    sheet.line({cell.left(), cell.top() + 0.8, cell.width(), 4.5}, QString::number(people.people), number);
    sheet.line({cell.left() + 0.4, cell.top() + 4.9, cell.width() - 0.8, 3.5}, interval,
               {7, QFont::Normal, Sheet::muted, Qt::AlignHCenter | Qt::AlignVCenter});
}

void drawHead(const Sheet &sheet, QPointF topLeft, qreal monthWidth)
{
    for (int month = 1; month <= monthsOfYear; ++month)
        sheet.line({topLeft.x() + yearWidth + monthWidth * (month - 1), topLeft.y(), monthWidth, headHeight},
                   QLocale::c().monthName(month, QLocale::ShortFormat), head);
    sheet.line({topLeft.x() + yearWidth + monthWidth * monthsOfYear, topLeft.y(), meanWidth, headHeight},
               u"mean month"_s, head);
}

} // namespace

qreal heightOfYearTable(const Certificate &certificate)
{
    return headHeight + rowHeight * static_cast<qreal>(certificate.years.size());
}

void drawYearTable(const Sheet &sheet, QPointF topLeft, qreal width, const Certificate &certificate)
{
    const qreal monthWidth = (width - yearWidth - meanWidth) / monthsOfYear;
    QHash<QString, PeopleWithin> numbers;
    for (const CertifiedMonth &month : certificate.months)
        numbers.insert(month.period, month.number);
    sheet.fill({topLeft.x() + width - meanWidth, topLeft.y(), meanWidth, heightOfYearTable(certificate)}, Sheet::shade);
    drawHead(sheet, topLeft, monthWidth);
    qreal y = topLeft.y() + headHeight;
    for (const CertifiedYear &year : certificate.years) {
        sheet.stroke({topLeft.x(), y}, {topLeft.x() + width, y}, Sheet::hairline, 0.2);
        sheet.line({topLeft.x(), y + 0.8, yearWidth, 4.5}, QString::number(year.year),
                   {9.5, QFont::DemiBold, Sheet::ink, Qt::AlignLeft | Qt::AlignVCenter});
        sheet.line({topLeft.x(), y + 4.9, yearWidth, 3.5},
                   u"%1 of %2"_s.arg(QString::number(year.published), QString::number(year.months)), headLeft);
        for (int month = 1; month <= monthsOfYear; ++month) {
            const QRectF cell(topLeft.x() + yearWidth + monthWidth * (month - 1), y, monthWidth, rowHeight);
            const QString period = u"%1-%2"_s.arg(QString::number(year.year).rightJustified(4, u'0'),
                                                  QString::number(month).rightJustified(2, u'0'));
            if (const auto found = numbers.constFind(period); found != numbers.constEnd())
                drawNumber(sheet, cell, *found, interval(*found));
            else if (certificate.from <= period && period <= certificate.to)
                sheet.line(cell, u"–"_s, none);
        }
        const QRectF cell(topLeft.x() + width - meanWidth, y, meanWidth, rowHeight);
        if (year.mean)
            drawNumber(sheet, cell, *year.mean,
                       u"%1–%2"_s.arg(QString::number(year.mean->low), QString::number(year.mean->high)));
        else
            sheet.line(cell, u"–"_s, none);
        y += rowHeight;
    }
    sheet.stroke({topLeft.x(), y}, {topLeft.x() + width, y}, Sheet::hairline, 0.2);
}

} // namespace Telemetry
