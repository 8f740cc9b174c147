#include "host/pages/figure.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Html filesOf(const Figure &figure)
{
    if (!figure.series)
        return {};
    const auto file = [&](const QString &suffix, const QString &name) {
        return element("a",
                       {{"href", figure.place.root + figure.series->file(suffix)},
                        {"aria-label", Words::tr("%1: %2 file").arg(figure.title, name)}},
                       Html(name));
    };
    return element(
        "p", {{"class", u"files"_s}},
        marked(Words::tr("All numbers of this table: %1, %2"), {file(u"csv"_s, u"CSV"_s), file(u"json"_s, u"JSON"_s)}));
}

Html cell(const TableSeries &series, const ChartLine &line, qsizetype place)
{
    const auto &number = line.numbers[place];
    if (!number)
        return element("td", {{"class", u"none"_s}, {"colspan", u"2"_s}}, Html(whyMissing(series, series.axis[place])));
    return element("td", {{"class", u"number"_s}}, groupedData(number->people))
           + element("td", {{"class", u"within"_s}}, intervalData(*number));
}

/// Several lines: the name is a column.
Html rowsOfPeriod(const TableSeries &series, const QList<ChartLine> &lines, qsizetype place)
{
    Html rows;
    for (const ChartLine &line : lines) {
        const Html name = line.name.isEmpty() ? Html() : element("td", {}, named(line.name));
        rows += element("tr", {},
                        element("th", {{"scope", u"row"_s}}, Html(periodText(series.axis[place]))) + name
                            + cell(series, line, place));
    }
    return rows;
}

QString describeLine(const TableSeries &series, const ChartLine &line)
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

Html figure(const Figure &figure)
{
    Html content = element("figcaption", {},
                           element("h2", {}, Html(figure.title)) + element("p", {{"class", u"about"_s}}, figure.about))
                   + figure.body;
    if (!figure.asTable.isEmpty())
        content += element("details", {}, element("summary", {}, Html(Words::tr("As table"))) + figure.asTable);
    return element("figure", {{"class", u"panel"_s}, {"id", figure.id}}, content + filesOf(figure));
}

Html tableOf(const TableSeries &series, const QList<ChartLine> &lines, const QString &caption)
{
    const bool hasNames = !lines.isEmpty() && !lines.first().name.isEmpty();
    Html rows;
    for (qsizetype place = series.axis.size() - 1; place >= 0; --place)
        rows += rowsOfPeriod(series, lines, place);
    const Html head = element("tr", {},
                              columnHead(Words::tr("period")) + (hasNames ? columnHead(Words::tr("what")) : Html())
                                  + columnHead(Words::tr("people"), u"number"_s)
                                  + columnHead(Words::tr("95 % interval"), u"within"_s));
    return element(
        "div", {{"class", u"scroll"_s}, {"tabindex", u"0"_s}, {"role", u"region"_s}, {"aria-label", caption}},
        element("table", {},
                element("caption", {}, Html(caption)) + element("thead", {}, head) + element("tbody", {}, rows)));
}

ChartLine lineOf(const TableSeries &series, const QStringList &key, const QString &name)
{
    ChartLine line{name, {}};
    for (const QString &period : series.axis)
        line.numbers.append(series.number(period, key));
    return line;
}

QString whyMissing(const TableSeries &series, const QString &period)
{
    return series.released.contains(period) ? Words::tr("not published") : Words::tr("not counted");
}

Html peopleWords(const PeopleWithin &number)
{
    return marked(Words::tr("%1 people (95 %: %2)", nullptr, Words::countOf(number.people)),
                  {groupedData(number.people), intervalData(number)});
}

QString describe(const TableSeries &series, const QList<ChartLine> &lines, const QString &title)
{
    QStringList parts;
    for (const ChartLine &line : lines) {
        const QString name = line.name.isEmpty() ? QString() : line.name + u": "_s;
        parts.append(name + describeLine(series, line));
    }
    return Words::tr("Line chart. %1: %2 The numbers are in the table below.").arg(title, parts.join(u' '));
}

} // namespace Telemetry
