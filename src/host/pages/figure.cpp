#include "host/pages/figure.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

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

} // namespace

Html figure(const Figure &figure)
{
    Html content = element("figcaption", {},
                           element("h2", {}, Html(figure.title)) + element("p", {{"class", u"about"_s}}, figure.about))
                   + figure.body;
    if (!figure.asTable.isEmpty())
        content += element("details", {}, element("summary", {}, Html(Words::tr("As table"))) + figure.asTable);
    const bool isSeries = figure.series && !figure.unit;
    const FigureUnit unit =
        isSeries && figure.series->table->period == FirstIn::Week ? FigureUnit::Week : FigureUnit::Month;
    const QString by = figure.unit ? unitName(*figure.unit) : isSeries ? unitName(unit) : QString();
    return element("figure", {{"class", u"panel"_s}, {"id", figure.id}, {"data-by", by}}, content + filesOf(figure));
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

} // namespace Telemetry
