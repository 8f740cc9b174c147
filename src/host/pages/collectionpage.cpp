#include "host/pages/collectionpage.h"

#include "contract/endpoints.h"
#include "host/pages/leveltable.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString exampleOf(const TopicDefinition &topic, const QString &field)
{
    const QJsonValue value = topic.example.value(field);
    return value.isString() ? value.toString() : value.toVariant().toString();
}

Html fieldsOf(const TopicDefinition &topic)
{
    if (topic.fields.isEmpty())
        return element("p", {}, Html(Words::tr("It has no field: only that it is so.")));
    Html rows;
    for (const FieldDefinition &field : topic.fields)
        rows += element("tr", {{"data-field", field.field}},
                        element("th", {{"scope", u"row"_s}}, Html(Words::ofDictionary(field.title)))
                            + element("td", {}, Html(Words::ofDictionary(field.description)))
                            + element("td", {}, element("code", {}, named(exampleOf(topic, field.field)))));
    //: Of a topic, such as “plugins that are installed”
    return scrolled(
        Words::tr("fields of “%1”").arg(Words::ofDictionary(topic.title)), {{"class", u"texts"_s}},
        columnHead(Words::tr("field")) + columnHead(Words::tr("what it is")) + columnHead(Words::tr("example")), rows);
}

QString howOften(const TopicDefinition &topic)
{
    if (topic.cap > 1)
        return topic.isMonthly
                   ? Words::tr("Sent at most once a month for each, and %n of them for one person.", nullptr, topic.cap)
                   : Words::tr("Sent at most once a week for each, and %n of them for one person.", nullptr, topic.cap);
    return topic.isMonthly ? Words::tr("Sent at most once a month.") : Words::tr("Sent at most once a week.");
}

QString publishedAs(const TopicDefinition &topic)
{
    if (topic.tables.isEmpty())
        return Words::tr("Nothing of it is published.");
    QStringList titles;
    for (const TableDefinition &table : topic.tables)
        titles.append(Words::tr("“%1” (noise σ = %2, from about %3 people on)")
                          .arg(Words::ofDictionary(table.title), decimalText(table.sigma), grouped(table.threshold)));
    return Words::tr("Published as %1.").arg(listed(titles));
}

Html topicOf(const TopicDefinition &topic)
{
    return element("section", {{"class", u"panel"_s}, {"data-topic", topic.topic}},
                   element("h3", {}, Html(Words::ofDictionary(topic.title)))
                       + element("p", {}, Html(Words::ofDictionary(topic.why)))
                       + element("p", {{"class", u"about"_s}}, Html(howOften(topic) + u' ' + publishedAs(topic)))
                       + fieldsOf(topic));
}

Html levelOf(const DataDictionary &dictionary, Level level)
{
    Html topics;
    for (const TopicDefinition *topic : dictionary.topicsOfLevel(level))
        topics += topicOf(*topic);
    return element("section", {{"id", levelName(level)}},
                   element("h2", {}, Html(Words::tr("Level %1").arg(levelText(level))))
                       + element("p", {},
                                 marked(Words::tr("Sent to %1 only."),
                                        {element("code", {}, named(Endpoints().displayHost(level)))}))
                       + element("div", {{"class", u"flow"_s}}, topics));
}

} // namespace

SitePage collectionPage(const DataDictionary &dictionary, const SiteShape &shape, const PagePlace &place)
{
    SitePage page{u"collected.html"_s,
                  Words::tr("What is collected"),
                  Words::tr("Every field that napari sends of people who agreed, by level, with examples."),
                  {},
                  {}};
    page.lead =
        element(
            "p", {{"class", u"lead"_s}},
            marked(Words::tr(
                       "<strong>Nothing before somebody says yes</strong>, and then only what is on this page: it is "
                       "made from the <a href=\"%1\">data dictionary</a> that napari itself obeys. Never a path, a "
                       "name of a file or a layer, an image, a user, a computer, an address, or a time finer than "
                       "the week. Each level includes those above it."),
                   {Html(place.root + u"data/dictionary.json"_s)}))
        + element("p", {{"id", u"no"_s}},
                  marked(Words::tr("<strong>To say no later</strong>, click “Telemetry” in napari’s status bar, or set "
                                   "<code>NAPARI_TELEMETRY=0</code>.")));
    if (!shape.contact.isEmpty())
        page.lead += element(
            "p", {},
            marked(Words::tr("Questions about it, or something that should not be public: %1"), {contactLink(shape)}));
    page.main =
        levelTable(dictionary)
        + element("p", {},
                  Html(Words::tr("Beside these an event has its topic, its week or month, and a pseudonym that is "
                                 "another one for each fact and each week; that napari is used, and its version, say "
                                 "whether it is the first time in the week, the month, the year or ever. In napari "
                                 "“Preview…” shows every event before it is sent.")));
    for (const Level level : sendingLevels())
        page.main += levelOf(dictionary, level);
    return page;
}

} // namespace Telemetry
