#include "host/pages/seriesfigure.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What the pictures and the table are of.
struct SeriesNumbers
{
    ChartAxis axis;
    QList<ChartLine> shares; ///< empty: there are none
};

QList<ChartLine> sharesOfAll(const PageData &data, const SeriesFigure &figure)
{
    QList<ChartLine> shares;
    bool isKnown = false;
    for (const ChartLine &line : figure.lines) {
        shares.append(sharesOf(data, *figure.series, line));
        isKnown = isKnown
                  || std::any_of(shares.last().numbers.begin(), shares.last().numbers.end(),
                                 [](const auto &number) { return number.has_value(); });
    }
    return isKnown ? shares : QList<ChartLine>();
}

/// A number with its interval below it, and the share below that.
Html cell(const SeriesFigure &figure, const SeriesNumbers &numbers, qsizetype line, qsizetype place)
{
    const TableSeries &series = *figure.series;
    const auto number = figure.lines[line].numbers.value(place);
    if (!number) {
        const bool isOpen = place >= series.axis.size();
        return element("td", {{"class", u"none"_s}},
                       Html(isOpen ? Words::tr("no number yet") : whyMissing(series, series.axis[place])));
    }
    Html content = groupedData(number->people) + html(u" ") + element("small", {}, intervalData(*number));
    if (const auto share = numbers.shares.value(line).numbers.value(place))
        content += html(u"<br>")
                   + Html(Words::tr("%1 (%2 to %3)")
                              .arg(permilleText(share->people), permilleText(share->low), permilleText(share->high)));
    return element("td", {}, content);
}

Html rowOf(const SeriesFigure &figure, const SeriesNumbers &numbers, qsizetype place)
{
    Html head = Html(periodText(numbers.axis.periods[place]));
    for (const ChartNote &note : numbers.axis.notes) {
        if (note.place == place)
            head += html(u"<br>") + element("small", {}, Html(note.words));
    }
    Html cells = element("th", {{"scope", u"row"_s}}, head);
    for (qsizetype line = 0; line < figure.lines.size(); ++line)
        cells += cell(figure, numbers, line, place);
    return element("tr", {{"data-period", numbers.axis.periods[place]}}, cells);
}

QString wordsOfLine(const TableSeries &series, const ChartLine &line)
{
    qsizetype first = -1;
    qsizetype last = -1;
    qsizetype gaps = 0;
    for (qsizetype i = 0; i < line.numbers.size(); ++i) {
        if (line.numbers[i]) {
            first = first < 0 ? i : first;
            last = i;
        } else {
            ++gaps;
        }
    }
    if (first < 0)
        return Words::tr("no number was published.");
    const auto at = [&](qsizetype place) {
        //: A number of people, and when
        return Words::tr("%1 in %2").arg(grouped(line.numbers[place]->people), periodText(series.axis[place]));
    };
    const QString text = first == last ? at(first)
                                       //: Two numbers of people, each with its month or week
                                       : Words::tr("from %1 to %2").arg(at(first), at(last));
    if (gaps == 0)
        return text + u'.';
    //: Of a line in a chart: months or weeks
    return Words::tr("%1, with %n without a number.", nullptr, int(gaps)).arg(text);
}

QString captionOf(const SeriesFigure &figure, const SeriesNumbers &numbers)
{
    return numbers.shares.isEmpty()
               ? Words::tr("%1: people, and the 95 % interval").arg(figure.title)
               : Words::tr("%1: people, the 95 % interval, and the share of all people").arg(figure.title);
}

/// Newest first; what is missing is said.
Html tableOf(const SeriesFigure &figure, const SeriesNumbers &numbers)
{
    Html rows;
    for (qsizetype place = numbers.axis.periods.size() - 1; place >= 0; --place)
        rows += rowOf(figure, numbers, place);
    Html head = columnHead(Words::tr("period"));
    for (const ChartLine &line : figure.lines)
        head += element("th", {{"scope", u"col"_s}},
                        line.name.isEmpty() ? Html(Words::tr("people (95 % interval)")) : named(line.name));
    return element("div",
                   {{"class", u"scroll"_s}, {"tabindex", u"0"_s}, {"role", u"region"_s}, {"aria-label", figure.title}},
                   element("table", {{"class", u"series"_s}},
                           element("caption", {}, Html(captionOf(figure, numbers)))
                               + element("thead", {}, element("tr", {}, head)) + element("tbody", {}, rows)));
}

} // namespace

Html seriesFigure(const PageData &data, const SeriesFigure &figure)
{
    const SeriesNumbers numbers{chartAxisOf(data, *figure.series), sharesOfAll(data, figure)};
    const auto &[axis, shares] = numbers;
    const QString words = seriesWords(figure);
    Figure made{figure.id, figure.title, figure.about, {}, {}, figure.series, figure.place};
    if (!axis.notes.isEmpty())
        made.about += Html(u' ' + Words::tr("Dashed: releases of napari."));
    if (axis.open > 0)
        made.about += Html(u' ' + Words::tr("Grey at the end: no number yet."));
    made.body = lineChart({axis, figure.lines, words});
    if (!shares.isEmpty())
        made.body += lineChart(
            {axis, shares, Words::tr("The same as shares of all people. %1").arg(words), ChartUnit::Share, true});
    made.body += chartLegend(figure.lines);
    made.asTable = tableOf(figure, numbers);
    return Telemetry::figure(made);
}

QString seriesWords(const SeriesFigure &figure)
{
    QStringList parts;
    for (const ChartLine &line : figure.lines) {
        const QString name = line.name.isEmpty() ? QString() : line.name + u": "_s;
        parts.append(name + wordsOfLine(*figure.series, line));
    }
    return Words::tr("Line chart. %1: %2 The numbers are in the table below.").arg(figure.title, parts.join(u' '));
}

} // namespace Telemetry
