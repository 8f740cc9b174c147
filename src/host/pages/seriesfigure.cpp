#include "host/pages/seriesfigure.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What the rows of the table have in common.
struct TableColumns
{
    ChartAxis axis;
    QList<ChartLine> shares; ///< empty: there are none
    bool hasNames = false;
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

Html shareCell(const ChartLine &line, qsizetype place)
{
    const auto share = line.numbers.value(place);
    if (!share)
        return html(u"<td></td>");
    return element("td", {{"class", u"number"_s}},
                   Html(Words::tr("%1 (%2 to %3)")
                            .arg(permilleText(share->people), permilleText(share->low), permilleText(share->high))));
}

Html numberCells(const SeriesFigure &figure, const ChartLine &line, qsizetype place)
{
    const TableSeries &series = *figure.series;
    const auto number = line.numbers.value(place);
    if (number)
        return element("td", {{"class", u"number"_s}}, groupedData(number->people))
               + element("td", {{"class", u"within"_s}}, intervalData(*number));
    const QString why =
        place < series.axis.size() ? whyMissing(series, series.axis[place]) : Words::tr("no number yet");
    return element("td", {{"class", u"none"_s}, {"colspan", u"2"_s}}, Html(why));
}

Html periodHead(const TableColumns &columns, qsizetype place)
{
    Html head = Html(periodText(columns.axis.periods[place]));
    for (const ChartNote &note : columns.axis.notes) {
        if (note.place == place)
            head += html(u"<br>") + element("small", {}, Html(note.words));
    }
    return element("th", {{"scope", u"row"_s}}, head);
}

/// Several lines: the name is a column.
Html rowsOfPeriod(const SeriesFigure &figure, const TableColumns &columns, qsizetype place)
{
    Html rows;
    for (qsizetype n = 0; n < figure.lines.size(); ++n) {
        const ChartLine &line = figure.lines[n];
        rows += element("tr", {{"data-period", columns.axis.periods[place]}},
                        periodHead(columns, place) + (columns.hasNames ? element("td", {}, named(line.name)) : Html())
                            + numberCells(figure, line, place)
                            + (columns.shares.isEmpty() ? Html() : shareCell(columns.shares[n], place)));
    }
    return rows;
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

} // namespace

Html seriesFigure(const PageData &data, const SeriesFigure &figure)
{
    const ChartAxis axis = chartAxisOf(data, *figure.series);
    const QList<ChartLine> shares = sharesOfAll(data, figure);
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
    made.asTable = seriesTable(data, figure);
    return Telemetry::figure(made);
}

Html seriesTable(const PageData &data, const SeriesFigure &figure)
{
    const TableColumns columns{chartAxisOf(data, *figure.series), sharesOfAll(data, figure),
                               !figure.lines.isEmpty() && !figure.lines.first().name.isEmpty()};
    Html rows;
    for (qsizetype place = columns.axis.periods.size() - 1; place >= 0; --place)
        rows += rowsOfPeriod(figure, columns, place);
    const Html head = element(
        "tr", {},
        columnHead(Words::tr("period")) + (columns.hasNames ? columnHead(Words::tr("what")) : Html())
            + columnHead(Words::tr("people"), u"number"_s) + columnHead(Words::tr("95 % interval"), u"within"_s)
            + (columns.shares.isEmpty() ? Html() : columnHead(Words::tr("share (95 % interval)"), u"number"_s)));
    return element(
        "div", {{"class", u"scroll"_s}, {"tabindex", u"0"_s}, {"role", u"region"_s}, {"aria-label", figure.title}},
        element("table", {},
                element("caption", {}, Html(figure.title)) + element("thead", {}, head) + element("tbody", {}, rows)));
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
