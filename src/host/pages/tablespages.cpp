#include "host/pages/tablespages.h"

#include "host/pages/breakdown.h"
#include "host/pages/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

enum class Place { People, Napari, Plugins, Commands, Data };

Place placeOf(const TopicDefinition &topic)
{
    switch (topic.publicRule.kind) {
    case PublicRule::Kind::Plugin:
        return Place::Plugins;
    case PublicRule::Kind::Command:
        return Place::Commands;
    case PublicRule::Kind::Version:
    case PublicRule::Kind::Nothing:
        break;
    }
    if (topic.fields.isEmpty())
        return Place::People;
    return topic.level == Level::Basic ? Place::Napari : Place::Data;
}

QList<const TableSeries *> tablesAt(const PageData &data, Place place, bool weekly)
{
    QList<const TableSeries *> found;
    for (const TableSeries &series : data.tables()) {
        if (placeOf(*series.topic) == place && (series.table->period == FirstIn::Week) == weekly)
            found.append(&series);
    }
    return found;
}

/// The bars of all tables first, of which the first two are beside each other; then how they changed, then what is by
/// week.
Html tablesOf(const PageData &data, const QList<const TableSeries *> &monthly, const QList<const TableSeries *> &weekly)
{
    Html first;
    Html others;
    Html changes;
    for (qsizetype i = 0; i < monthly.size(); ++i) {
        (i < 2 ? first : others) += barsOf(data, *monthly[i]);
        changes += changeOf(*monthly[i]);
    }
    Html weeks;
    for (const TableSeries *series : weekly)
        weeks += barsOf(data, *series) + changeOf(*series);
    Html made = element("div", {{"class", u"grid"_s}}, first);
    if (!others.isEmpty())
        made += element("div", {{"class", u"flow"_s}}, others);
    if (!changes.isEmpty())
        made += html(u"<section><h2>How it changed</h2>") + element("div", {{"class", u"grid"_s}}, changes)
                + html(u"</section>");
    if (!weeks.isEmpty())
        made += html(u"<section><h2>Week by week</h2>") + element("div", {{"class", u"grid"_s}}, weeks)
                + html(u"</section>");
    return made;
}

Html ofWhichMonth(const PageData &data)
{
    return data.latestMonth().isEmpty() ? html(u"No month has been published yet.")
                                        : Html(u"The numbers are of %1, the last month that was published."_s.arg(
                                            periodText(data.latestMonth())));
}

} // namespace

SitePage napariPage(const PageData &data)
{
    SitePage page{u"napari.html"_s,
                  u"Versions of napari, Python and systems"_s,
                  u"Which versions of napari and Python people use, on which systems and processors."_s,
                  {},
                  {}};
    page.lead =
        element("p", {{"class", u"lead"_s}},
                ofWhichMonth(data)
                    + html(u" Each person is counted once in each table, with what they had first in the month. A "
                           u"version that is not in a table has fewer than about 20 people, or none."));
    // What somebody who decides about support looks for first.
    QList<const TableSeries *> monthly = tablesAt(data, Place::Napari, false);
    std::stable_partition(monthly.begin(), monthly.end(), [](const TableSeries *series) {
        return series->topic->publicRule.kind == PublicRule::Kind::Version && series->topic->topic != "napari"_L1
               && series->table->dimensions.contains(series->topic->publicRule.nameField);
    });
    page.main = tablesOf(data, monthly, tablesAt(data, Place::Napari, true));
    return page;
}

SitePage commandsPage(const PageData &data)
{
    SitePage page{u"commands.html"_s,
                  u"Commands that are used"_s,
                  u"Which commands of napari and of public plugins people use, and how often."_s,
                  {},
                  {}};
    const TopicDefinition *topic = data.dictionary().topicWith(PublicRule::Kind::Command);
    const int cap = topic ? topic->cap : 0;
    page.lead =
        element("p", {{"class", u"lead"_s}},
                ofWhichMonth(data)
                    + Html(u" Only people who chose the level full are in them, and of each person the first %1 "
                           "commands of the month. How often is said of one week, in four classes, never as a "
                           "number of uses."_s.arg(cap)));
    page.main = tablesOf(data, tablesAt(data, Place::Commands, false), tablesAt(data, Place::Commands, true));
    return page;
}

SitePage dataPage(const PageData &data)
{
    SitePage page{u"data.html"_s,
                  u"Kinds of data that are looked at"_s,
                  u"Which kinds of layers people use: sizes, array libraries, element types, dimensions."_s,
                  {},
                  {}};
    page.lead =
        element("p", {{"class", u"lead"_s}},
                ofWhichMonth(data)
                    + html(u" Only people who chose the level full are in them. Names, paths, shapes and the data "
                           u"itself are never looked at."));
    page.main = tablesOf(data, tablesAt(data, Place::Data, false), tablesAt(data, Place::Data, true));
    return page;
}

} // namespace Telemetry
