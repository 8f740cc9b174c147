#include "host/pages/pluginpage.h"

#include "contract/version.h"
#include "host/certificate/months.h"
#include "host/history/releasedperiods.h"
#include "host/pages/badge.h"
#include "host/pages/bartable.h"
#include "host/pages/figure.h"
#include "host/pages/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const QString up = u"../"_s;

Html lead(const PluginFigures &plugin)
{
    const QString month = plugin.people->latest();
    const QString why =
        u"People of whom napari says that the plugin is installed, among those who chose the level middle or "
        "full. Nobody knows how many others have it."_s;
    const auto number = plugin.latest();
    const Html first =
        number
            ? element("strong", {}, Html(peopleText(*number))) + Html(u" had it in %1. "_s.arg(monthInWords(month)))
            : Html(
                u"No number was published for %1: fewer than about %2 people had it, or none. The last one is of %3. "_s
                    .arg(monthInWords(month), grouped(plugin.people->table->threshold),
                         monthInWords(plugin.newestMonth())));
    return element("p", {{"class", u"lead"_s}}, first + Html(why));
}

Html peopleByMonth(const PluginFigures &plugin)
{
    const TableSeries &series = *plugin.people;
    const QString title = u"People who have %1"_s.arg(plugin.name);
    const QList<ChartLine> lines{lineOf(series, {plugin.name})};
    const Html about =
        Html(u"People per month, %1 to %2. The band is the 95 % interval; a gap was not published, which is "
             "not zero."_s.arg(monthInWords(series.axis.first()), monthInWords(series.axis.last())));
    return figure({u"people"_s, title, about, lineChart(series.axis, lines, describe(series, lines, title)),
                   tableOf(series, lines, title), &series, up});
}

Html years(const PluginFigures &plugin)
{
    Html rows;
    for (auto year = plugin.years.crbegin(); year != plugin.years.crend(); ++year) {
        const Html numbers = year->mean ? element("td", {{"class", u"number"_s}}, Html(grouped(year->mean->people)))
                                              + element("td", {{"class", u"within"_s}}, Html(intervalText(*year->mean)))
                                        : html(u"<td class=\"none\" colspan=\"2\">not published</td>");
        rows += element(
            "tr", {},
            element("th", {{"scope", u"row"_s}}, Html(QString::number(year->year))) + numbers
                + element("td", {{"class", u"number"_s}},
                          Html(u"%1 of %2"_s.arg(QString::number(year->published), QString::number(year->months)))));
    }
    const Html table =
        html(u"<table><thead><tr><th scope=\"col\">year</th><th scope=\"col\" class=\"number\">a mean month"
             u"</th><th scope=\"col\" class=\"within\">95 % interval</th><th scope=\"col\" class=\"number\">"
             u"months with a number</th></tr></thead><tbody>")
        + rows + html(u"</tbody></table>");
    return figure(
        {u"years"_s, u"By year"_s,
         html(u"People in a mean month of those with a number. Months can’t be added up: the same people are in "
              u"several."),
         table});
}

Html versions(const PluginFigures &plugin)
{
    if (!plugin.versions || plugin.versions->axis.isEmpty())
        return {};
    const TableSeries &series = *plugin.versions;
    const QString month = series.latest();
    const QList<PublishedRow> rows = plugin.versionRows.value(month);
    const Html about =
        Html(u"People in %1, by the version that they had first in the month. The dark line in a bar is the "
             "95 % interval."_s.arg(monthInWords(month)));
    const auto name = [](const QStringList &key) { return named(key.last()); };
    const Html body = rows.isEmpty() ? html(u"<p class=\"message\">No version had enough people for a number.</p>")
                                     : barTable({&series, month, std::nullopt, 12, up, rows, name, u"version"_s});
    Html made = figure({u"versions"_s, u"Versions"_s, about, body, {}, &series, up});

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
        return made;
    const QString title = u"Versions through time"_s;
    const QString which =
        seen.size() > mostChartLines ? u"The %1 newest versions with a number. "_s.arg(mostChartLines) : QString();
    return made
           + figure({u"versions-change"_s, title,
                     Html(u"People per month. %1A band is the 95 % interval; a gap was not published."_s.arg(which)),
                     lineChart(series.axis, lines, describe(series, lines, title)), tableOf(series, lines, title),
                     &series, up});
}

Html commands(const PluginFigures &plugin)
{
    if (!plugin.commands || plugin.commands->axis.isEmpty())
        return {};
    const QString month = plugin.commands->latest();
    const QList<PublishedRow> rows = plugin.commandRows.value(month);
    const Html body =
        rows.isEmpty() ? html(u"<p class=\"message\">No command of it had enough people for a number, or it has none "
                              u"that is public.</p>")
                       : barTable({plugin.commands, month, std::nullopt, 12, up, rows});
    return figure(
        {u"commands"_s,
         u"Its commands"_s,
         Html(u"People who used each in %1, among those who chose the level full."_s.arg(monthInWords(month))),
         body,
         {},
         plugin.commands,
         up});
}

Html citing(const PageData &data, const PluginFigures &plugin, const SiteShape &shape)
{
    const QString month = plugin.newestMonth();
    const PeopleWithin number = plugin.people->number(month, {plugin.name}).value_or(PeopleWithin());
    const HistoryEntry *line = data.history().newestOf(periodFile(month));
    const QString address =
        shape.address.isEmpty() ? u"(address of this page)"_s : u"%1plugins/%2.html"_s.arg(shape.address, plugin.name);
    const QString citation =
        u"napari in numbers: people who have %1 installed, %2: %3 (95 % interval %4), of those who agreed to be "
        u"counted. "
        "Published on %5, line %6 of the history. %7"_s.arg(plugin.name, monthInWords(month), grouped(number.people),
                                                            intervalText(number), line ? dayText(line->day) : QString(),
                                                            line ? QString::number(line->n + 1) : QString(), address);
    const QString place = shape.address.isEmpty() ? u"ADDRESS/"_s : shape.address;
    const QString snippet = u"[![people who have it](%1plugins/%2.svg)](%1plugins/%2.html)"_s.arg(place, plugin.name);
    Html made = element("h2", {}, html(u"Cite it")) + element("p", {{"id", u"citation"_s}}, Html(citation));
    if (shape.hasVerifier)
        made += html(u"<p>Operators sign a certificate of a plugin’s numbers for its author. <a "
                     u"href=\"../verify.html\">Verify a certificate</a>.</p>");
    made += element("h2", {}, html(u"Badge"))
            + element("p", {},
                      lone("img", {{"src", plugin.name + u".svg"_s},
                                   {"alt", u"badge: people who have %1 in a month"_s.arg(plugin.name)},
                                   {"height", u"20"_s}}))
            + element("p", {}, element("code", {}, Html(snippet)));
    return element("section", {{"class", u"panel"_s}}, made);
}

} // namespace

SitePage pluginPage(const PageData &data, const PluginFigures &plugin, const SiteShape &shape)
{
    SitePage page{u"plugins/%1.html"_s.arg(plugin.name),
                  plugin.name,
                  u"How many people have the napari plugin %1, by month, year and version."_s.arg(plugin.name),
                  {},
                  {}};
    page.lead = lead(plugin);
    page.main = element("div", {{"class", u"grid"_s}},
                        peopleByMonth(plugin) + citing(data, plugin, shape) + versions(plugin) + years(plugin)
                            + commands(plugin));
    return page;
}

QByteArray pluginBadge(const PluginFigures &plugin)
{
    const auto number = plugin.latest();
    const QString value = number
                              ? u"%1 people in %2"_s.arg(grouped(number->people), monthInWords(plugin.people->latest()))
                              : u"no number in %1"_s.arg(monthInWords(plugin.people->latest()));
    return badge(u"napari: installed by"_s, value);
}

} // namespace Telemetry
