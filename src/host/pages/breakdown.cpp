#include "host/pages/breakdown.h"

#include "host/pages/bartable.h"
#include "host/pages/figure.h"
#include "host/pages/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString unitOf(const TableSeries &series)
{
    return series.table->period == FirstIn::Week ? u"week"_s : u"month"_s;
}

Html nothingYet(const TableSeries &series)
{
    return element("p", {{"class", u"message"_s}},
                   Html(u"No %1 has been published yet. A %1 is closed 21 days after its end."_s.arg(unitOf(series))));
}

QString aboutLatest(const PageData &data, const TableSeries &series, const QString &period)
{
    const auto whole = wholeOf(data, series, period);
    QString about = u"People in %1. "_s.arg(periodText(period));
    if (whole)
        about += u"n = %1. "_s.arg(peopleText(*whole));
    else if (series.topic->level != Level::Basic)
        about += u"Only of the people who chose the level %1%2; how many these are is not published, so there are no "
                 "shares. "_s.arg(levelName(series.topic->level),
                                  series.topic->level == Level::Middle ? u" or full"_s : QString());
    else
        about += u"How many people there were in all was not published. "_s;
    return about + u"The dark line in a bar is the 95 % interval."_s;
}

} // namespace

std::optional<PeopleWithin> wholeOf(const PageData &data, const TableSeries &series, const QString &period)
{
    if (series.topic->level != Level::Basic)
        return std::nullopt;
    const TableSeries *users = data.table(u"user"_s, series.table->period);
    return users ? users->number(period, {}) : std::nullopt;
}

Html barsOf(const PageData &data, const TableSeries &series, const QString &up)
{
    Figure made{series.table->table, series.table->title, Html(), Html(), Html(), &series, up};
    if (series.latest().isEmpty()) {
        made.about = Html(u"People per %1."_s.arg(unitOf(series)));
        made.body = nothingYet(series);
        return figure(made);
    }
    made.about = Html(aboutLatest(data, series, series.latest()));
    made.body = barTable({&series, series.latest(), wholeOf(data, series, series.latest())});
    return figure(made);
}

Html changeOf(const TableSeries &series, const QString &up)
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
    const QString title = u"%1: how it changed"_s.arg(series.table->title);
    Figure made{series.table->table + u"-change"_s, title, Html(), Html(), Html(), &series, up};
    made.about =
        Html(u"People per %1, %2 to %3: the %4 largest of the last one. A band is the 95 % interval; a gap was not "
             "published, which is not zero."_s.arg(unitOf(series), periodText(series.axis.first()),
                                                   periodText(series.axis.last()), QString::number(lines.size())));
    made.body = lineChart(series.axis, lines, describe(series, lines, title));
    made.asTable = tableOf(series, lines, title);
    return figure(made);
}

} // namespace Telemetry
