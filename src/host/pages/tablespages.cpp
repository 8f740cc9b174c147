#include "host/pages/tablespages.h"

#include "host/pages/breakdown.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

enum class Part { People, Napari, Plugins, Commands, Data };

Part partOf(const TopicDefinition &topic)
{
    switch (topic.publicRule.kind) {
    case PublicRule::Kind::Plugin:
        return Part::Plugins;
    case PublicRule::Kind::Command:
        return Part::Commands;
    case PublicRule::Kind::Version:
    case PublicRule::Kind::Nothing:
        break;
    }
    if (topic.fields.isEmpty())
        return Part::People;
    return topic.level == Level::Basic ? Part::Napari : Part::Data;
}

QList<const TableSeries *> tablesAt(const PageData &data, Part part, bool weekly)
{
    QList<const TableSeries *> found;
    for (const TableSeries &series : data.tables()) {
        if (partOf(*series.topic) == part && (series.table->period == FirstIn::Week) == weekly)
            found.append(&series);
    }
    return found;
}

Html grid(const QString &title, const Html &figures)
{
    return element("section", {}, element("h2", {}, Html(title)) + element("div", {{"class", u"grid"_s}}, figures));
}

/// The bars of all tables first, of which the first two are beside each other; then how they changed, then what is by
/// week.
Html tablesOf(const PageData &data, const PagePlace &place, const QList<const TableSeries *> &monthly,
              const QList<const TableSeries *> &weekly)
{
    Html first;
    Html others;
    Html changes;
    for (qsizetype i = 0; i < monthly.size(); ++i) {
        (i < 2 ? first : others) += barsOf(data, *monthly[i], place);
        changes += changeOf(*monthly[i], place);
    }
    Html weeks;
    for (const TableSeries *series : weekly)
        weeks += barsOf(data, *series, place) + changeOf(*series, place);
    Html made = element("div", {{"class", u"grid"_s}}, first);
    if (!others.isEmpty())
        made += element("div", {{"class", u"flow"_s}}, others);
    if (!changes.isEmpty())
        made += grid(Words::tr("How it changed"), changes);
    if (!weeks.isEmpty())
        made += grid(Words::tr("Week by week"), weeks);
    return made;
}

/// What all of these pages begin with, and what each says of its own.
Html lead(const PageData &data, const QString &more)
{
    const QString month = data.latestMonth().isEmpty()
                              ? Words::tr("No month has been published yet.")
                              : Words::tr("The numbers are of %1, the last month that was published.")
                                    .arg(periodText(data.latestMonth()));
    return element("p", {{"class", u"lead"_s}}, Html(month + u' ' + more));
}

} // namespace

SitePage napariPage(const PageData &data, const PagePlace &place)
{
    SitePage page{u"napari.html"_s,
                  Words::tr("Versions of napari, Python and systems"),
                  Words::tr("Which versions of napari and Python people use, on which systems and processors."),
                  {},
                  {}};
    page.lead =
        lead(data, Words::tr("Each person is counted once in each table, with what they had first in the month. A "
                             "version that is not in a table has fewer than about 20 people, or none."));
    // What somebody who decides about support looks for first.
    QList<const TableSeries *> monthly = tablesAt(data, Part::Napari, false);
    std::stable_partition(monthly.begin(), monthly.end(), [](const TableSeries *series) {
        return series->topic->publicRule.kind == PublicRule::Kind::Version && series->topic->topic != "napari"_L1
               && series->table->dimensions.contains(series->topic->publicRule.nameField);
    });
    page.main = tablesOf(data, place, monthly, tablesAt(data, Part::Napari, true));
    return page;
}

SitePage commandsPage(const PageData &data, const PagePlace &place)
{
    SitePage page{u"commands.html"_s,
                  Words::tr("Commands that are used"),
                  Words::tr("Which commands of napari and of public plugins people use, and how often."),
                  {},
                  {}};
    const TopicDefinition *topic = data.dictionary().topicWith(PublicRule::Kind::Command);
    const int cap = topic ? topic->cap : 0;
    page.lead =
        lead(data, Words::tr("Only people who chose the level full are in them, and of each person the first %n "
                             "commands of the month. How often is said of one week, in four classes, never as a "
                             "number of uses.",
                             nullptr, cap));
    page.main = tablesOf(data, place, tablesAt(data, Part::Commands, false), tablesAt(data, Part::Commands, true));
    return page;
}

SitePage dataPage(const PageData &data, const PagePlace &place)
{
    SitePage page{u"data.html"_s,
                  Words::tr("Kinds of data that are looked at"),
                  Words::tr("Which kinds of layers people use: sizes, array libraries, element types, dimensions."),
                  {},
                  {}};
    page.lead =
        lead(data, Words::tr("Only people who chose the level full are in them. Names, paths, shapes and the data "
                             "itself are never looked at."));
    page.main = tablesOf(data, place, tablesAt(data, Part::Data, false), tablesAt(data, Part::Data, true));
    return page;
}

} // namespace Telemetry
