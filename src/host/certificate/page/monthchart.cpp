#include "host/certificate/page/monthchart.h"

#include "host/certificate/months.h"
#include "host/certificate/page/sheet.h"

#include <QDate>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qreal axisWidth = 11;      // mm, for the numbers beside the axis
constexpr qreal labelHeight = 10;    // mm, for two lines of months and years
constexpr qreal headroom = 5;        // mm, for the highest number
constexpr qsizetype manyMonths = 18; // from here on months have no name and no number of their own
constexpr int mostLines = 6;         // of an axis

const TextStyle small{7.5, QFont::Normal, Sheet::muted, Qt::AlignHCenter | Qt::AlignTop};
const TextStyle smallRight{7.5, QFont::Normal, Sheet::muted, Qt::AlignRight | Qt::AlignVCenter};

struct Plot
{
    QRectF area;
    AxisSteps axis;
    QStringList months;

    [[nodiscard]] qreal step() const { return area.width() / static_cast<qreal>(months.size()); }
    [[nodiscard]] qreal left(qsizetype month) const { return area.left() + step() * static_cast<qreal>(month); }
    [[nodiscard]] qreal height(qint64 people) const
    {
        return area.bottom() - area.height() * static_cast<qreal>(people) / static_cast<qreal>(axis.top);
    }
    [[nodiscard]] bool isCrowded() const { return months.size() > manyMonths; }
};

void drawAxes(const Sheet &sheet, const Plot &plot)
{
    for (qint64 people = 0; people <= plot.axis.top; people += plot.axis.step) {
        const qreal y = plot.height(people);
        sheet.stroke({plot.area.left(), y}, {plot.area.right(), y}, people == 0 ? Sheet::muted : Sheet::hairline,
                     people == 0 ? 0.25 : 0.15);
        sheet.line({plot.area.left() - axisWidth, y - 2, axisWidth - 2, 4}, QString::number(people), smallRight);
    }
}

void drawNamesOfMonths(const Sheet &sheet, const Plot &plot)
{
    for (qsizetype i = 0; i < plot.months.size(); ++i) {
        const QDate day = QDate::fromString(plot.months[i] + u"-01"_s, Qt::ISODate);
        const QRectF below(plot.left(i), plot.area.bottom() + 1, plot.step(), 4);
        if (!plot.isCrowded())
            sheet.line(below, QLocale::c().monthName(day.month(), QLocale::ShortFormat), small);
        if (i > 0 && day.month() == 1)
            sheet.stroke({plot.left(i), plot.area.bottom()}, {plot.left(i), plot.area.bottom() + 8}, Sheet::hairline,
                         0.25);
        if (i > 0 && day.month() != 1)
            continue;
        const qsizetype rest = std::min<qsizetype>(13 - day.month(), plot.months.size() - i);
        sheet.line({plot.left(i), plot.area.bottom() + (plot.isCrowded() ? 2 : 4.5),
                    plot.step() * static_cast<qreal>(rest), 4},
                   QString::number(day.year()), small);
    }
}

void drawNumber(const Sheet &sheet, const Plot &plot, qsizetype month, const PeopleWithin &number)
{
    const qreal x = plot.left(month) + plot.step() / 2;
    const qreal radius = plot.isCrowded() ? 0.6 : 1;
    QColor pale = Sheet::accent;
    pale.setAlphaF(0.35F);
    sheet.stroke({x, plot.height(number.low)}, {x, plot.height(number.high)}, pale, radius * 1.4);
    sheet.dot({x, plot.height(number.people)}, radius, Sheet::accent);
    if (plot.isCrowded())
        return;
    const qreal top = std::min(plot.height(number.high), plot.height(number.people) - radius - 0.2);
    sheet.line({plot.left(month), top - 4.2, plot.step(), 4}, QString::number(number.people),
               {8, QFont::DemiBold, Sheet::ink, Qt::AlignHCenter | Qt::AlignBottom});
}

} // namespace

AxisSteps axisFor(qint64 greatest)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 digit : {1, 2, 5}) {
            const qint64 step = digit * power;
            const qint64 lines = std::max<qint64>(1, (greatest + step - 1) / step);
            if (lines <= mostLines)
                return {lines * step, step};
        }
    }
}

void drawMonthChart(const Sheet &sheet, const QRectF &box, const Certificate &certificate)
{
    qint64 greatest = 1;
    QHash<QString, PeopleWithin> numbers;
    for (const CertifiedMonth &month : certificate.months) {
        numbers.insert(month.period, month.number);
        greatest = std::max(greatest, month.number.high);
    }
    const Plot plot{box.adjusted(axisWidth, headroom, 0, -labelHeight), axisFor(greatest),
                    monthsBetween(certificate.from, certificate.to)};
    for (qsizetype i = 0; i < plot.months.size(); ++i) {
        if (!numbers.contains(plot.months[i]))
            sheet.fill({plot.left(i), plot.area.top(), plot.step(), plot.area.height()}, Sheet::shade);
    }
    drawAxes(sheet, plot);
    drawNamesOfMonths(sheet, plot);
    for (qsizetype i = 0; i < plot.months.size(); ++i) {
        if (const auto found = numbers.constFind(plot.months[i]); found != numbers.constEnd())
            drawNumber(sheet, plot, i, *found);
    }
}

} // namespace Telemetry
