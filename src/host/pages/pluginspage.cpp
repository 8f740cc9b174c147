#include "host/pages/pluginspage.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The value that the column is sorted by is in the cell, as the shown one has words in it.
Html numberCell(const std::optional<PeopleWithin> &number)
{
    if (!number)
        return element("td", {{"class", u"number none"_s}, {"data-value", u"-1"_s}}, Html(Words::tr("not published")))
               + html(u"<td class=\"within\"></td>");
    return element("td", {{"class", u"number"_s}, {"data-value", QString::number(number->people)}},
                   groupedData(number->people))
           + element("td", {{"class", u"within"_s}}, intervalData(*number));
}

Html rowOf(const PluginFigures &plugin)
{
    const CertifiedYear year = plugin.years.isEmpty() ? CertifiedYear() : plugin.years.last();
    return element("tr", {},
                   element("th", {{"scope", u"row"_s}},
                           plugin.hasPage()
                               ? element("a", {{"href", u"plugins/%1.html"_s.arg(plugin.name)}}, named(plugin.name))
                               : named(plugin.name))
                       + numberCell(plugin.latest()) + numberCell(year.mean)
                       + element("td", {{"class", u"number"_s}, {"data-value", QString::number(year.published)}},
                                 Html(monthsOf(year))));
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
    const Html within = columnHead(Words::tr("95 % interval"), u"within"_s);
    return element(
        "div",
        {{"class", u"scroll whole"_s},
         {"tabindex", u"0"_s},
         {"role", u"region"_s},
         {"aria-label", Words::tr("All published plugins")}},
        element("table", {{"class", u"plugins"_s}, {"id", u"plugins"_s}},
                element("caption", {}, Html(Words::tr("People with each plugin")))
                    + element(
                        "thead", {},
                        element("tr", {},
                                column(Words::ofDictionary(people.titleOf(people.table->dimensions.first())), false, {})
                                    + column(periodText(month), true, u"descending"_s) + within
                                    + column(Words::tr("a mean month of %1").arg(month.left(4)), true, {}) + within
                                    + column(Words::tr("months published"), true, {})))
                    + element("tbody", {}, rows)));
}

} // namespace

SitePage pluginsPage(const PageData &data, const QList<PluginFigures> &plugins, const SiteShape &shape,
                     const PagePlace &place)
{
    SitePage page{u"plugins.html"_s,
                  Words::tr("Plugins that people have"),
                  Words::tr("How many people have each plugin of napari, with a page for each."),
                  {},
                  {}};
    const TopicDefinition *topic = data.dictionary().topicWith(PublicRule::Kind::Plugin);
    const TableSeries *people = topic ? data.table(topic->topic, FirstIn::Month, 1) : nullptr;
    if (!people || people->axis.isEmpty()) {
        page.lead =
            element("p", {{"class", u"message"_s}},
                    Html(Words::tr("No month has been published yet, so there is no number of any plugin. A month is "
                                   "closed 21 days after the end of its last week.")));
        return page;
    }
    page.lead = element(
        "p", {{"class", u"lead"_s}},
        marked(Words::tr("%1 plugins had a number. A plugin counts when it is installed in napari’s environment, "
                         "not when it is used, and among the people who chose the level middle or full. One that "
                         "is not here, or has no number in a month, has fewer than about %2 people there: that is "
                         "not zero.",
                         nullptr, Words::countOf(plugins.size())),
               {groupedData(plugins.size()), groupedData(people->table->threshold)}));
    if (plugins.isEmpty()) {
        page.main = element("p", {{"class", u"message"_s}},
                            Html(Words::tr("Up to now no plugin had enough people for a number.")));
        return page;
    }
    // Without the script it would do nothing; pages.js shows it.
    if (shape.hasScripts)
        page.main = html(u"<p class=\"search\" hidden><label for=\"search\">") + Html(Words::tr("Search for a plugin"))
                    + html(u"</label> <input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"> ")
                    + element("span",
                              {{"id", u"found"_s},
                               {"role", u"status"_s},
                               {"data-none", Words::tr("No plugin has this in its name.")},
                               //: How many of all plugins have what was searched for in their name
                               {"data-some", Words::tr("%1 of %2")}},
                              {})
                    + html(u"</p>");
    page.main += tableOf(*people, plugins);
    page.main += element("p", {{"class", u"files"_s}},
                         marked(Words::tr("All numbers of all months: %1, %2"),
                                {link(place.root + people->file(u"csv"_s), u"CSV"_s),
                                 link(place.root + people->file(u"json"_s), u"JSON"_s)}));
    return page;
}

} // namespace Telemetry
