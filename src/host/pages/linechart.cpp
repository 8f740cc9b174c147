#include "host/pages/linechart.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

// Pixels from top to bottom. From left to right it is drawn on 1000 units, which become as wide as the place is.
constexpr int plotHeight = 180;
constexpr int above = 10;
constexpr int below = 30;
constexpr int height = above + plotHeight + below;
constexpr int scaleWidth = 58;
constexpr double units = 1000;
constexpr double side = 24;

struct Frame
{
    QStringList periods;
    qint64 top = 1;

    [[nodiscard]] double x(qsizetype place) const
    {
        return periods.size() < 2 ? units / 2 : side + (units - 2 * side) * double(place) / double(periods.size() - 1);
    }
    [[nodiscard]] double y(qint64 people) const { return plotHeight * (1 - double(people) / double(top)); }
    [[nodiscard]] QString percent(qsizetype place) const { return QString::number(x(place) / 10, 'f', 2) + u'%'; }
};

QString decimal(double number)
{
    return QString::number(number, 'f', 1);
}

QString point(double x, double y)
{
    return decimal(x) + u',' + decimal(y);
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
Html stretched(const Frame &frame, const QList<ChartLine> &lines)
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
                upper.append(point(frame.x(i), frame.y(number.high)));
                lower.prepend(point(frame.x(i), frame.y(number.low)));
                middle.append(point(frame.x(i), frame.y(number.people)));
            }
            if (end - begin < 2)
                continue;
            bands += lone("polygon", {{"class", u"band s%1"_s.arg(n)}, {"points", (upper + lower).join(u' ')}});
            strokes += lone("polyline", {{"class", u"line s%1"_s.arg(n)}, {"points", middle.join(u' ')}});
        }
    }
    return element("svg",
                   {{"y", QString::number(above)},
                    {"width", u"100%"_s},
                    {"height", QString::number(plotHeight)},
                    {"viewBox", u"0 0 %1 %2"_s.arg(QString::number(units), QString::number(plotHeight))},
                    {"preserveAspectRatio", u"none"_s}},
                   bands + strokes);
}

/// A mark is a circle, a square or a diamond: not by colour alone.
Html mark(qsizetype shape, const QString &x, double y, const QString &words)
{
    const QString place = decimal(y + above);
    const Html title = element("title", {}, Html(words));
    if (shape % 3 == 0)
        return element("circle", {{"class", u"mark s%1"_s.arg(shape)}, {"cx", x}, {"cy", place}, {"r", u"3"_s}}, title);
    const QString path = shape % 3 == 1 ? u"M-3-3h6v6h-6z"_s : u"M0-4L4 0L0 4L-4 0z"_s;
    return element("svg", {{"x", x}, {"y", place}, {"overflow", u"visible"_s}},
                   element("path", {{"class", u"mark s%1"_s.arg(shape)}, {"d", path}}, title));
}

QString markText(const QString &name, const QString &period, const PeopleWithin &number)
{
    const QString where = name.isEmpty() ? periodText(period) : u"%1, %2"_s.arg(name, periodText(period));
    //: A number in a chart: what and when, how many people, its interval
    return Words::tr("%1: %2 (95 %: %3)").arg(where, grouped(number.people), intervalText(number));
}

Html marks(const Frame &frame, const QList<ChartLine> &lines)
{
    Html made;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        for (const auto &[begin, end] : stretches(lines[n])) {
            for (qsizetype i = begin; i < end; ++i) {
                const PeopleWithin &number = *lines[n].numbers[i];
                const QString x = frame.percent(i);
                // A number between two gaps has no band: its interval is a line.
                if (end - begin == 1)
                    made += lone("line", {{"class", u"whisker s%1"_s.arg(n)},
                                          {"x1", x},
                                          {"x2", x},
                                          {"y1", decimal(frame.y(number.high) + above)},
                                          {"y2", decimal(frame.y(number.low) + above)}});
                made += mark(n, x, frame.y(number.people), markText(lines[n].name, frame.periods[i], number));
            }
        }
    }
    return made;
}

Html gridLines(const Frame &frame, qint64 step)
{
    Html made;
    for (qint64 people = 0; people <= frame.top; people += step) {
        const QString y = decimal(frame.y(people) + above);
        made += lone("line", {{"class", u"rule"_s}, {"x1", u"0"_s}, {"x2", u"100%"_s}, {"y1", y}, {"y2", y}});
    }
    return made;
}

/// From the last period backwards, as many as fit; those that only a wider place has room for are in a class of their
/// own.
Html periodLabels(const Frame &frame)
{
    constexpr qsizetype mostLabels = 5;
    constexpr qsizetype mostNarrow = 2;
    const qsizetype last = frame.periods.size() - 1;
    const qsizetype step = std::max<qsizetype>(1, (last + mostLabels - 1) / mostLabels);
    const qsizetype count = last / step + 1;
    const qsizetype every = (count + mostNarrow - 1) / mostNarrow;
    Html made;
    for (qsizetype n = 0; n < count; ++n) {
        const qsizetype place = last - n * step;
        QString anchor = u"middle"_s;
        QString x = frame.percent(place);
        if (last > 0 && frame.x(place) < 2 * side) {
            anchor = u"start"_s;
            x = u"0%"_s;
        } else if (last > 0 && n == 0) {
            anchor = u"end"_s;
            x = u"100%"_s;
        }
        made += element("text",
                        {{"class", n % every == 0 ? u"label"_s : u"label more"_s},
                         {"x", x},
                         {"y", QString::number(height - 8)},
                         {"text-anchor", anchor}},
                        Html(shortPeriod(frame.periods[place])));
    }
    return made;
}

Html scale(const Frame &frame, qint64 step)
{
    Html labels;
    for (qint64 people = 0; people <= frame.top; people += step)
        labels += element("text",
                          {{"class", u"label"_s},
                           {"x", QString::number(scaleWidth - 8)},
                           {"y", decimal(frame.y(people) + above + 4)},
                           {"text-anchor", u"end"_s}},
                          Html(grouped(people)));
    return element("svg",
                   {{"class", u"scale"_s},
                    {"width", QString::number(scaleWidth)},
                    {"height", QString::number(height)},
                    {"aria-hidden", u"true"_s},
                    {"focusable", u"false"_s}},
                   labels);
}

Html legend(const QList<ChartLine> &lines)
{
    Html items;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        if (lines[n].name.isEmpty())
            continue;
        const Html sample = element(
            "svg", {{"width", u"32"_s}, {"height", u"12"_s}, {"aria-hidden", u"true"_s}, {"focusable", u"false"_s}},
            lone("line",
                 {{"class", u"line s%1"_s.arg(n)}, {"x1", u"0"_s}, {"x2", u"32"_s}, {"y1", u"6"_s}, {"y2", u"6"_s}})
                + mark(n, u"16"_s, 6 - above, lines[n].name));
        items += element("li", {}, sample + html(u" ") + named(lines[n].name));
    }
    return items.isEmpty() ? Html() : element("ul", {{"class", u"legend"_s}}, items);
}

} // namespace

qint64 stepFor(qint64 greatest)
{
    for (qint64 ten = 1;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (5 * step >= greatest)
                return step;
        }
    }
}

Html lineChart(const QStringList &periods, const QList<ChartLine> &lines, const QString &description)
{
    qint64 greatest = 1;
    for (const ChartLine &line : lines) {
        for (const auto &number : line.numbers) {
            if (number)
                greatest = std::max(greatest, number->high);
        }
    }
    const qint64 step = stepFor(greatest);
    const Frame frame{periods, (greatest + step - 1) / step * step};
    const Html plot =
        element("svg",
                {{"class", u"plot"_s},
                 {"width", u"100%"_s},
                 {"height", QString::number(height)},
                 {"aria-hidden", u"true"_s},
                 {"focusable", u"false"_s}},
                gridLines(frame, step) + stretched(frame, lines) + marks(frame, lines) + periodLabels(frame));
    return element("div", {{"class", u"picture"_s}, {"role", u"img"_s}, {"aria-label", description}},
                   scale(frame, step) + plot)
           + legend(lines);
}

} // namespace Telemetry
