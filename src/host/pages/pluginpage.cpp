#include "host/pages/pluginpage.h"

#include "contract/version.h"
#include "host/certificate/months.h"
#include "host/history/releasedperiods.h"
#include "host/pages/badge.h"
#include "host/pages/bartable.h"
#include "host/pages/controls.h"
#include "host/pages/seriesfigure.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Html lead(const PluginFigures &plugin)
{
    const Html month(periodText(plugin.people->latest()));
    const auto number = plugin.latest();
    const Html first =
        number
            //: People who have a plugin, such as "715 people (95 %: 705 to 725)", and a month
            ? marked(Words::tr("<strong>%1</strong> had it in %2.", nullptr, Words::countOf(number->people)),
                     {peopleWords(*number), month})
            : marked(
                Words::tr("No number was published for %1: fewer than about %2 people had it, or none. The last one "
                          "is of %3."),
                {month, groupedData(plugin.people->table->threshold), Html(periodText(plugin.newestMonth()))});
    return element(
        "p", {{"class", u"lead"_s}},
        first
            + Html(u' '
                   + Words::tr("People of whom napari says that the plugin is installed, among those who chose "
                               "the level middle or full. Nobody knows how many others have it.")));
}

Html peopleByMonth(const PageData &data, const PluginFigures &plugin, const PagePlace &place)
{
    const TableSeries &series = *plugin.people;
    //: The title of a chart; the name of a plugin
    const QString title = Words::tr("People who have %1").arg(plugin.name);
    const Html about(
        Words::tr("People per month, %1 to %2. The band is the 95 % interval; a gap was not published, which "
                  "is not zero.")
            .arg(periodText(series.axis.first()), periodText(series.axis.last())));
    return seriesFigure(data, {u"people"_s, title, about, &series, {lineOf(series, {plugin.name})}, place});
}

Html years(const PluginFigures &plugin)
{
    Html rows;
    for (auto year = plugin.years.crbegin(); year != plugin.years.crend(); ++year) {
        const Html numbers =
            year->mean ? element("td", {{"class", u"number"_s}}, groupedData(year->mean->people))
                             + element("td", {{"class", u"within"_s}}, intervalData(*year->mean))
                       : element("td", {{"class", u"none"_s}, {"colspan", u"2"_s}}, Html(Words::tr("not published")));
        rows += element("tr", {{"data-period", QString::number(year->year)}},
                        element("th", {{"scope", u"row"_s}}, Html(QString::number(year->year))) + numbers
                            + element("td", {{"class", u"number"_s}}, Html(monthsOf(*year))));
    }
    const Html head = columnHead(Words::tr("year")) + columnHead(Words::tr("a mean month"), u"number"_s)
                      + columnHead(Words::tr("95 % interval"), u"within"_s)
                      + columnHead(Words::tr("months with a number"), u"number"_s);
    const QString title = Words::tr("By year");
    return figure({u"years"_s,
                   title,
                   Html(Words::tr("People in a mean month of those with a number. Months can’t be added up: the same "
                                  "people are in several.")),
                   scrolled(title, {}, head, rows),
                   {},
                   nullptr,
                   {},
                   FigureUnit::Year});
}

Html versionsThroughTime(const PageData &data, const PluginFigures &plugin, const PagePlace &place)
{
    const TableSeries &series = *plugin.versions;
    QStringList seen;
    for (const QString &period : series.released) {
        for (const PublishedRow &row : plugin.versionRows.value(period))
            seen.append(row.key.last());
    }
    seen.removeDuplicates();
    std::sort(seen.begin(), seen.end(), [](const QString &a, const QString &b) { return compareVersions(a, b) > 0; });
    QList<ChartLine> lines;
    for (const QString &version : seen.mid(0, mostChartLines))
        lines.append(lineOf(series, {plugin.name, version}, version));
    if (lines.isEmpty() || series.axis.size() < 2)
        return {};
    const QString title = Words::tr("Versions through time");
    QString about = Words::tr("People per month.") + u' ';
    if (seen.size() > mostChartLines)
        about += Words::tr("The %n newest versions with a number.", nullptr, int(mostChartLines)) + u' ';
    return seriesFigure(data, {u"versions-change"_s, title,
                               Html(about + Words::tr("A band is the 95 % interval; a gap was not published.")),
                               &series, lines, place});
}

Html versions(const PageData &data, const PluginFigures &plugin, const PagePlace &place)
{
    if (!plugin.versions || plugin.versions->axis.isEmpty())
        return {};
    const TableSeries &series = *plugin.versions;
    const QString month = series.latest();
    const QList<PublishedRow> rows = plugin.versionRows.value(month);
    const Html about(
        Words::tr("People in %1, by the version that they had first in the month. The thin line in a bar is "
                  "the 95 % interval.")
            .arg(periodText(month)));
    const auto name = [](const QStringList &key) { return named(key.last()); };
    const Html body = rows.isEmpty() ? element("p", {{"class", u"message"_s}},
                                               Html(Words::tr("No version had enough people for a number.")))
                                     : barTable({&series, month, std::nullopt, 12, rows, name, Words::tr("version")});
    return figure({u"versions"_s, Words::tr("Versions"), about, body, {}, &series, place})
           + versionsThroughTime(data, plugin, place);
}

Html commands(const PluginFigures &plugin, const PagePlace &place)
{
    if (!plugin.commands || plugin.commands->axis.isEmpty())
        return {};
    const QString month = plugin.commands->latest();
    const QList<PublishedRow> rows = plugin.commandRows.value(month);
    const Html body =
        rows.isEmpty() ? element("p", {{"class", u"message"_s}},
                                 Html(Words::tr("No command of it had enough people for a number, or it has none that "
                                                "is public.")))
                       : barTable({plugin.commands, month, std::nullopt, 12, rows});
    const Html about(
        Words::tr("People who used each in %1, among those who chose the level full.").arg(periodText(month)));
    return figure({u"commands"_s, Words::tr("Its commands"), about, body, {}, plugin.commands, place});
}

Html citation(const PageData &data, const PluginFigures &plugin, const SiteShape &shape)
{
    const QString month = plugin.newestMonth();
    const PeopleWithin number = plugin.people->number(month, {plugin.name}).value_or(PeopleWithin());
    const HistoryEntry *line = data.history().newestOf(periodFile(month));
    const QString address =
        shape.address.isEmpty()
            ? Words::tr("(address of this page)")
            : u"%1%2plugins/%3.html"_s.arg(shape.address, PageLanguage::current().folder, plugin.name);
    return marked(
        Words::tr("napari in numbers: people who have %1 installed, %2: %3 (95 % interval %4), of those who agreed "
                  "to be counted. Published on %5, line %6 of the history. %7"),
        {Html(plugin.name), Html(periodText(month)), groupedData(number.people), intervalData(number),
         Html(line ? dayText(line->day) : QString()), Html(line ? QString::number(line->n + 1) : QString()),
         Html(address)});
}

Html citing(const PageData &data, const PluginFigures &plugin, const SiteShape &shape, const PagePlace &place)
{
    const QString site = shape.address.isEmpty() ? u"ADDRESS/"_s : shape.address;
    const QString snippet = u"[![people who have it](%1plugins/%2.svg)](%1plugins/%2.html)"_s.arg(site, plugin.name);
    Html made = element("h2", {}, Html(Words::tr("Cite it")))
                + element("p", {{"id", u"citation"_s}}, citation(data, plugin, shape));
    if (shape.hasVerifier)
        made += element("p", {},
                        marked(Words::tr("Operators sign a certificate of a plugin’s numbers for its author. <a "
                                         "href=\"%1\">Verify a certificate</a>."),
                               {Html(place.home + u"verify.html"_s)}));
    made += element("h2", {}, Html(Words::tr("Badge")))
            + element("p", {},
                      lone("img", {{"src", u"%1plugins/%2.svg"_s.arg(place.root, plugin.name)},
                                   {"alt", Words::tr("badge: people who have %1 in a month").arg(plugin.name)},
                                   {"height", u"20"_s}}))
            + element("p", {}, element("code", {}, Html(snippet)));
    return element("section", {{"class", u"panel"_s}}, made);
}

} // namespace

SitePage pluginPage(const PageData &data, const PluginFigures &plugin, const SiteShape &shape, const PagePlace &place)
{
    SitePage page{u"plugins/%1.html"_s.arg(plugin.name),
                  plugin.name,
                  Words::tr("How many people have the napari plugin %1, by month, year and version.").arg(plugin.name),
                  {},
                  {}};
    page.lead = lead(plugin);
    page.main = figureControls({data.spannedMonths(), {FigureUnit::Month, FigureUnit::Year}, false}, shape);
    page.main += element("div", {{"class", u"grid"_s}},
                         peopleByMonth(data, plugin, place) + citing(data, plugin, shape, place)
                             + versions(data, plugin, place) + years(plugin) + commands(plugin, place));
    return page;
}

QByteArray pluginBadge(const PluginFigures &plugin)
{
    const auto number = plugin.latest();
    const QString month = monthInWords(plugin.people->latest());
    const QString value = number
                              ? u"%1 people in %2"_s.arg(pageTongues().first().locale.toString(number->people), month)
                              : u"no number in %1"_s.arg(month);
    return badge(u"napari: installed by"_s, value);
}

} // namespace Telemetry
