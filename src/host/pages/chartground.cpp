#include "host/pages/chartground.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int scaleWidth = 58;

Html title(const QString &words)
{
    return element("title", {}, Html(words));
}

/// Labels of notes that would lie on each other are left out; the mark stays.
QList<ChartNote> withRoom(const ChartFrame &frame)
{
    constexpr double least = 44; // units
    QList<ChartNote> notes = frame.axis().notes;
    double last = -least;
    for (ChartNote &note : notes) {
        const double x = frame.x(double(note.place));
        if (x - last < least)
            note.label.clear();
        else if (!note.label.isEmpty())
            last = x;
    }
    return notes;
}

Html noteAt(const ChartFrame &frame, const ChartNote &note)
{
    const QString place = QString::number(note.place);
    const QString x = frame.percent(double(note.place));
    Html made = element("line",
                        {{"class", u"note"_s},
                         {"data-at", place},
                         {"x1", x},
                         {"x2", x},
                         {"y1", QString::number(ChartFrame::above - 6)},
                         {"y2", QString::number(ChartFrame::above + ChartFrame::plotHeight)}},
                        title(note.words));
    if (!note.label.isEmpty())
        made += element("text",
                        {{"class", u"noted more"_s},
                         {"data-at", place},
                         {"x", x},
                         {"y", QString::number(ChartFrame::above - 10)},
                         {"text-anchor", u"middle"_s}},
                        Html(note.label));
    return made;
}

} // namespace

Html chartRules(const ChartFrame &frame)
{
    Html made;
    for (qint64 number = 0; number <= frame.top(); number += frame.step()) {
        const QString y = chartDecimal(frame.y(number) + ChartFrame::above);
        made += lone("line", {{"class", u"rule"_s}, {"x1", u"0"_s}, {"x2", u"100%"_s}, {"y1", y}, {"y2", y}});
    }
    return made;
}

Html chartOpenArea(const ChartFrame &frame)
{
    const ChartAxis &axis = frame.axis();
    if (axis.open == 0 || axis.periods.size() < 2)
        return {};
    const double left = frame.x(double(axis.periods.size() - axis.open) - 0.5);
    return lone("rect", {{"class", u"open"_s},
                         {"x", chartDecimal(left)},
                         {"y", u"0"_s},
                         {"width", chartDecimal(ChartFrame::units - left)},
                         {"height", QString::number(ChartFrame::plotHeight)}});
}

Html chartNotes(const ChartFrame &frame)
{
    Html made;
    for (const ChartNote &note : withRoom(frame))
        made += noteAt(frame, note);
    const ChartAxis &axis = frame.axis();
    for (qsizetype place = axis.periods.size() - axis.open; place < axis.periods.size(); ++place)
        made += element("text",
                        {{"class", u"noted"_s},
                         {"data-at", QString::number(place)},
                         {"x", frame.percent(double(place))},
                         {"y", QString::number(ChartFrame::above + ChartFrame::plotHeight - 8)},
                         {"text-anchor", u"middle"_s}},
                        html(u"?") + title(Words::tr("%1: no number yet").arg(periodText(axis.periods[place]))));
    return made;
}

/// From the last period backwards, as many as fit; those that only a wider place has room for are in a class of their
/// own.
Html chartPeriods(const ChartFrame &frame)
{
    constexpr qsizetype mostLabels = 5;
    constexpr qsizetype mostNarrow = 2;
    const QStringList &periods = frame.axis().periods;
    const qsizetype last = periods.size() - 1;
    const qsizetype step = std::max<qsizetype>(1, (last + mostLabels - 1) / mostLabels);
    const qsizetype count = last / step + 1;
    const qsizetype every = (count + mostNarrow - 1) / mostNarrow;
    Html made;
    for (qsizetype n = 0; n < count && last >= 0; ++n) {
        const qsizetype place = last - n * step;
        QString anchor = u"middle"_s;
        QString x = frame.percent(double(place));
        if (last > 0 && frame.x(double(place)) < 2 * ChartFrame::side) {
            anchor = u"start"_s;
            x = u"0%"_s;
        } else if (last > 0 && n == 0) {
            anchor = u"end"_s;
            x = u"100%"_s;
        }
        made += element("text",
                        {{"class", n % every == 0 ? u"label"_s : u"label more"_s},
                         {"x", x},
                         {"y", QString::number(ChartFrame::height - 8)},
                         {"text-anchor", anchor}},
                        Html(shortPeriod(periods[place])));
    }
    return made;
}

Html chartScale(const ChartFrame &frame)
{
    Html labels;
    for (qint64 number = 0; number <= frame.top(); number += frame.step())
        labels += element("text",
                          {{"class", u"label"_s},
                           {"x", QString::number(scaleWidth - 8)},
                           {"y", chartDecimal(frame.y(number) + ChartFrame::above + 4)},
                           {"text-anchor", u"end"_s}},
                          Html(frame.text(number)));
    return element("svg",
                   {{"class", u"scale"_s},
                    {"width", QString::number(scaleWidth)},
                    {"height", QString::number(ChartFrame::height)},
                    {"aria-hidden", u"true"_s},
                    {"focusable", u"false"_s}},
                   labels);
}

} // namespace Telemetry
