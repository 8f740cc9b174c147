#include "host/pages/linechart.h"

#include "host/pages/chartground.h"
#include "host/pages/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString point(double x, double y)
{
    return chartDecimal(x) + u',' + chartDecimal(y);
}

/// Stretches of numbers without a gap, as first and behind the last.
QList<std::pair<qsizetype, qsizetype>> stretches(const ChartLine &line)
{
    QList<std::pair<qsizetype, qsizetype>> found;
    for (qsizetype i = 0; i < line.numbers.size(); ++i) {
        if (!line.numbers[i])
            continue;
        if (found.isEmpty() || found.last().second != i)
            found.append({i, i});
        found.last().second = i + 1;
    }
    return found;
}

/// Bands and lines, stretched with the place.
Html stretched(const ChartFrame &frame, const QList<ChartLine> &lines)
{
    Html bands;
    Html strokes;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        for (const auto &[begin, end] : stretches(lines[n])) {
            QStringList upper;
            QStringList lower;
            QStringList middle;
            for (qsizetype i = begin; i < end; ++i) {
                const PeopleWithin &number = *lines[n].numbers[i];
                const double x = frame.x(double(i));
                upper.append(point(x, frame.y(number.high)));
                lower.prepend(point(x, frame.y(number.low)));
                middle.append(point(x, frame.y(number.people)));
            }
            if (end - begin < 2)
                continue;
            bands += lone("polygon", {{"class", u"band s%1"_s.arg(n)}, {"points", (upper + lower).join(u' ')}});
            strokes += lone("polyline", {{"class", u"line s%1"_s.arg(n)}, {"points", middle.join(u' ')}});
        }
    }
    return element(
        "svg",
        {{"class", u"lines"_s},
         {"y", QString::number(ChartFrame::above)},
         {"width", u"100%"_s},
         {"height", QString::number(ChartFrame::plotHeight)},
         {"viewBox", u"0 0 %1 %2"_s.arg(QString::number(ChartFrame::units), QString::number(ChartFrame::plotHeight))},
         {"preserveAspectRatio", u"none"_s}},
        chartOpenArea(frame) + bands + strokes);
}

/// A mark is a circle, a square or a diamond: not by colour alone. `at` is null in a legend.
Html mark(qsizetype shape, const QString &x, double y, const QString &at)
{
    const QString place = chartDecimal(y);
    if (shape % 3 == 0)
        return lone("circle",
                    {{"class", u"mark s%1"_s.arg(shape)}, {"data-at", at}, {"cx", x}, {"cy", place}, {"r", u"3"_s}});
    const QString path = shape % 3 == 1 ? u"M-3-3h6v6h-6z"_s : u"M0-4L4 0L0 4L-4 0z"_s;
    return element("svg", {{"data-at", at}, {"x", x}, {"y", place}, {"overflow", u"visible"_s}},
                   lone("path", {{"class", u"mark s%1"_s.arg(shape)}, {"d", path}}));
}

/// A number between two gaps has no band: its interval is a line.
Html whisker(const ChartFrame &frame, qsizetype shape, qsizetype place, const PeopleWithin &number)
{
    const QString x = frame.percent(double(place));
    return lone("line", {{"class", u"whisker s%1"_s.arg(shape)},
                         {"data-at", QString::number(place)},
                         {"x1", x},
                         {"x2", x},
                         {"y1", chartDecimal(frame.y(number.high) + ChartFrame::above)},
                         {"y2", chartDecimal(frame.y(number.low) + ChartFrame::above)}});
}

/// At each number, or at some where they would touch; always at one that stands alone.
Html marks(const ChartFrame &frame, const QList<ChartLine> &lines)
{
    constexpr qsizetype mostMarks = 60;
    const qsizetype every = (frame.axis().periods.size() + mostMarks - 1) / mostMarks;
    Html made;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        for (const auto &[begin, end] : stretches(lines[n])) {
            for (qsizetype i = begin; i < end; ++i) {
                const PeopleWithin &number = *lines[n].numbers[i];
                if (end - begin == 1)
                    made += whisker(frame, n, i, number);
                if (end - begin == 1 || i % every == 0)
                    made += mark(n, frame.percent(double(i)), frame.y(number.people) + ChartFrame::above,
                                 QString::number(i));
            }
        }
    }
    return made;
}

qint64 greatestOf(const QList<ChartLine> &lines)
{
    qint64 greatest = 1;
    for (const ChartLine &line : lines) {
        for (const auto &number : line.numbers) {
            if (number)
                greatest = std::max(greatest, number->high);
        }
    }
    return greatest;
}

/// What a script writes below the axis when it shows a part of it.
QString labelsOf(const QStringList &periods)
{
    QStringList labels;
    for (const QString &period : periods)
        labels.append(shortPeriod(period));
    return labels.join(u'|');
}

} // namespace

Html lineChart(const LineChart &chart)
{
    const ChartFrame frame(chart.axis, chart.unit, greatestOf(chart.lines));
    const Html plot = element("svg",
                              {{"class", u"plot"_s},
                               {"width", u"100%"_s},
                               {"height", QString::number(ChartFrame::height)},
                               {"aria-hidden", u"true"_s},
                               {"focusable", u"false"_s},
                               {"data-periods", chart.axis.periods.join(u' ')},
                               {"data-labels", labelsOf(chart.axis.periods)}},
                              chartRules(frame) + stretched(frame, chart.lines) + chartNotes(frame)
                                  + marks(frame, chart.lines) + chartPeriods(frame));
    return element("div",
                   {{"class", u"picture"_s},
                    {"data-show", chart.unit == ChartUnit::People ? u"people"_s : u"share"_s},
                    {"role", u"img"_s},
                    {"aria-label", chart.description},
                    {"hidden", chart.hidden ? u""_s : QString()}},
                   chartScale(frame) + plot);
}

Html chartLegend(const QList<ChartLine> &lines)
{
    Html items;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        if (lines[n].name.isEmpty())
            continue;
        const Html sample = element(
            "svg", {{"width", u"32"_s}, {"height", u"12"_s}, {"aria-hidden", u"true"_s}, {"focusable", u"false"_s}},
            lone("line",
                 {{"class", u"line s%1"_s.arg(n)}, {"x1", u"0"_s}, {"x2", u"32"_s}, {"y1", u"6"_s}, {"y2", u"6"_s}})
                + mark(n, u"16"_s, 6, {}));
        items += element("li", {}, sample + html(u" ") + named(lines[n].name));
    }
    return items.isEmpty() ? Html() : element("ul", {{"class", u"legend"_s}}, items);
}

} // namespace Telemetry
