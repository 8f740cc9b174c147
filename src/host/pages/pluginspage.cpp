#include "host/pages/pluginspage.h"

#include "host/pages/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The value that the column is sorted by is in the cell, as the shown one has words in it.
Html numberCell(const std::optional<PeopleWithin> &number, const QString &missing)
{
    if (!number)
        return element("td", {{"class", u"number none"_s}, {"data-value", u"-1"_s}}, Html(missing))
               + html(u"<td class=\"within\"></td>");
    return element("td", {{"class", u"number"_s}, {"data-value", QString::number(number->people)}},
                   Html(grouped(number->people)))
           + element("td", {{"class", u"within"_s}}, Html(intervalText(*number)));
}

Html rowOf(const PluginFigures &plugin)
{
    const CertifiedYear year = plugin.years.isEmpty() ? CertifiedYear() : plugin.years.last();
    return element(
        "tr", {},
        element("th", {{"scope", u"row"_s}},
                plugin.hasPage() ? element("a", {{"href", u"plugins/%1.html"_s.arg(plugin.name)}}, named(plugin.name))
                                 : named(plugin.name))
            + numberCell(plugin.latest(), u"not published"_s) + numberCell(year.mean, u"not published"_s)
            + element("td", {{"class", u"number"_s}, {"data-value", QString::number(year.published)}},
                      Html(u"%1 of %2"_s.arg(QString::number(year.published), QString::number(year.months)))));
}

Html column(const QString &title, bool isNumber, const QString &order)
{
    return element("th",
                   {{"scope", u"col"_s},
                    {"class", isNumber ? u"number"_s : QString()},
                    {"data-sort", isNumber ? u"number"_s : u"text"_s},
                    {"aria-sort", order}},
                   Html(title));
}

Html tableOf(const TableSeries &people, QList<PluginFigures> plugins)
{
    std::stable_sort(plugins.begin(), plugins.end(), [](const PluginFigures &a, const PluginFigures &b) {
        return a.latest().value_or(PeopleWithin{-1}).people > b.latest().value_or(PeopleWithin{-1}).people;
    });
    Html rows;
    for (const PluginFigures &plugin : plugins)
        rows += rowOf(plugin) + html(u"\n");
    const QString month = people.latest();
    const Html within = html(u"<th scope=\"col\" class=\"within\">95 % interval</th>");
    return element("div",
                   {{"class", u"scroll whole"_s},
                    {"tabindex", u"0"_s},
                    {"role", u"region"_s},
                    {"aria-label", u"All published plugins"_s}},
                   element("table", {{"class", u"plugins"_s}, {"id", u"plugins"_s}},
                           element("caption", {}, Html(u"People with each plugin"_s))
                               + element("thead", {},
                                         element("tr", {},
                                                 column(people.titleOf(people.table->dimensions.first()), false, {})
                                                     + column(periodText(month), true, u"descending"_s) + within
                                                     + column(u"a mean month of "_s + month.left(4), true, {}) + within
                                                     + column(u"months published"_s, true, {})))
                               + element("tbody", {}, rows)));
}

} // namespace

SitePage pluginsPage(const PageData &data, const QList<PluginFigures> &plugins, const SiteShape &shape)
{
    SitePage page{u"plugins.html"_s,
                  u"Plugins that people have"_s,
                  u"How many people have each plugin of napari, with a page for each."_s,
                  {},
                  {}};
    const TopicDefinition *topic = data.dictionary().topicWith(PublicRule::Kind::Plugin);
    const TableSeries *people = topic ? data.table(topic->topic, FirstIn::Month, 1) : nullptr;
    if (!people || people->axis.isEmpty()) {
        page.lead =
            html(u"<p class=\"message\">No month has been published yet, so there is no number of any plugin. A "
                 u"month is closed 21 days after the end of its last week.</p>");
        return page;
    }
    page.lead =
        element("p", {{"class", u"lead"_s}},
                Html(u"%1 plugins had a number. A plugin counts when it is installed in napari’s environment, not "
                     "when it is used, and among the people who chose the level middle or full. One that is not "
                     "here, or has no number in a month, has fewer than about %2 people there: that is not zero."_s.arg(
                         grouped(plugins.size()), grouped(people->table->threshold))));
    if (plugins.isEmpty()) {
        page.main = html(u"<p class=\"message\">Up to now no plugin had enough people for a number.</p>");
        return page;
    }
    // Without the script it would do nothing; pages.js shows it.
    if (shape.hasScripts)
        page.main =
            html(u"<p class=\"search\" hidden><label for=\"search\">Search for a plugin</label> <input id=\"search\" "
                 u"type=\"search\" autocomplete=\"off\" spellcheck=\"false\"> <span id=\"found\" role=\"status\">"
                 u"</span></p>");
    page.main += tableOf(*people, plugins);
    page.main += element("p", {{"class", u"files"_s}},
                         html(u"All numbers of all months: ") + link(people->file(u"csv"_s), u"CSV"_s) + html(u", ")
                             + link(people->file(u"json"_s), u"JSON"_s));
    return page;
}

} // namespace Telemetry
