#include "host/pages/breakdown.h"

#include "host/pages/bartable.h"
#include "host/pages/seriesfigure.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

bool isWeekly(const TableSeries &series)
{
    return series.table->period == FirstIn::Week;
}

Html nothingYet(const TableSeries &series)
{
    return element("p", {{"class", u"message"_s}},
                   Html(isWeekly(series)
                            ? Words::tr("No week has been published yet. A week is closed 21 days after its end.")
                            : Words::tr("No month has been published yet. A month is closed 21 days after its end.")));
}

QString onlyOfTheLevel(Level level)
{
    return level == Level::Middle
               ? Words::tr(
                   "Only of the people who chose the level middle or full; how many these are is not published, "
                   "so there are no shares.")
               : Words::tr("Only of the people who chose the level full; how many these are is not published, so there "
                           "are no shares.");
}

Html aboutLatest(const PageData &data, const TableSeries &series, const QString &period)
{
    const auto whole = wholeOf(data, series, period);
    const Html ofHowMany = whole ? marked(Words::tr("n = %1."), {peopleWords(*whole)})
                           : series.topic->level != Level::Basic
                               ? Html(onlyOfTheLevel(series.topic->level))
                               : Html(Words::tr("How many people there were in all was not published."));
    return Html(Words::tr("People in %1.").arg(periodText(period)) + u' ') + ofHowMany
           + Html(u' ' + Words::tr("The thin line in a bar is the 95 % interval."));
}

} // namespace

Html barsOf(const PageData &data, const TableSeries &series, const PagePlace &place)
{
    Figure made{series.table->table, Words::ofDictionary(series.table->title), {}, {}, {}, &series, place};
    if (series.latest().isEmpty()) {
        made.about = Html(isWeekly(series) ? Words::tr("People per week.") : Words::tr("People per month."));
        made.body = nothingYet(series);
        return figure(made);
    }
    made.about = aboutLatest(data, series, series.latest());
    made.body = barTable({&series, series.latest(), wholeOf(data, series, series.latest())});
    return figure(made);
}

Html changeOf(const PageData &data, const TableSeries &series, const PagePlace &place)
{
    if (series.axis.size() < 2)
        return {};
    QList<PublishedRow> rows = series.rows.value(series.latest());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PublishedRow &a, const PublishedRow &b) { return a.number.people > b.number.people; });
    QList<ChartLine> lines;
    for (const PublishedRow &row : rows.mid(0, mostChartLines))
        lines.append(lineOf(series, row.key, keyText(row.key)));
    if (lines.isEmpty())
        return {};
    //: The title of a chart: what it shows. The same table is above as bars of the last month
    const QString title = Words::tr("%1: how it changed").arg(Words::ofDictionary(series.table->title));
    const int count = int(lines.size());
    const QString which =
        isWeekly(series) ? Words::tr("People per week, %1 to %2: the %n largest of the last one.", nullptr, count)
                         : Words::tr("People per month, %1 to %2: the %n largest of the last one.", nullptr, count);
    const Html about = Html(which.arg(periodText(series.axis.first()), periodText(series.axis.last())) + u' '
                            + Words::tr("A band is the 95 % interval; a gap was not published, which is not zero."));
    return seriesFigure(data, {series.table->table + u"-change"_s, title, about, &series, lines, place});
}

} // namespace Telemetry
