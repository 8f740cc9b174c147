#include "host/pages/collectionpage.h"

#include "contract/endpoints.h"
#include "host/pages/leveltable.h"
#include "host/pages/wording.h"

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
        return html(u"<p>It has no field: only that it is so.</p>");
    Html rows;
    for (const FieldDefinition &field : topic.fields)
        rows +=
            element("tr", {{"data-field", field.field}},
                    element("th", {{"scope", u"row"_s}}, Html(field.title)) + element("td", {}, Html(field.description))
                        + element("td", {}, element("code", {}, named(exampleOf(topic, field.field)))));
    return element("div",
                   {{"class", u"scroll"_s},
                    {"tabindex", u"0"_s},
                    {"role", u"region"_s},
                    {"aria-label", u"fields of "_s + topic.title}},
                   html(u"<table class=\"texts\"><thead><tr><th scope=\"col\">field</th><th scope=\"col\">what it "
                        u"is</th><th scope=\"col\">example</th></tr></thead><tbody>")
                       + rows + html(u"</tbody></table>"));
}

QString howOften(const TopicDefinition &topic)
{
    const QString unit = topic.isMonthly ? u"month"_s : u"week"_s;
    const QString once = u"Sent at most once a %1"_s.arg(unit);
    return topic.cap > 1 ? once + u" for each, and %1 of them for one person."_s.arg(topic.cap) : once + u'.';
}

Html publishedAs(const TopicDefinition &topic)
{
    if (topic.tables.isEmpty())
        return Html(u"Nothing of it is published."_s);
    QStringList titles;
    for (const TableDefinition &table : topic.tables)
        titles.append(u"“%1” (noise σ = %2, from about %3 people on)"_s.arg(table.title, QString::number(table.sigma),
                                                                            QString::number(table.threshold)));
    return Html(u"Published as %1."_s.arg(listed(titles)));
}

Html topicOf(const TopicDefinition &topic)
{
    return element("section", {{"class", u"panel"_s}, {"data-topic", topic.topic}},
                   element("h3", {}, Html(topic.title)) + element("p", {}, Html(topic.why))
                       + element("p", {{"class", u"about"_s}}, Html(howOften(topic) + u' ') + publishedAs(topic))
                       + fieldsOf(topic));
}

Html levelOf(const DataDictionary &dictionary, Level level)
{
    Html topics;
    for (const TopicDefinition *topic : dictionary.topicsOfLevel(level))
        topics += topicOf(*topic);
    return element(
        "section", {{"id", levelName(level)}},
        element("h2", {}, Html(u"Level %1"_s.arg(levelName(level))))
            + element("p", {},
                      html(u"Sent to ") + element("code", {}, named(Endpoints().displayHost(level))) + html(u" only."))
            + element("div", {{"class", u"flow"_s}}, topics));
}

} // namespace

SitePage collectionPage(const DataDictionary &dictionary, const SiteShape &shape)
{
    SitePage page{u"collected.html"_s,
                  u"What is collected"_s,
                  u"Every field that napari sends of people who agreed, by level, with examples."_s,
                  {},
                  {}};
    page.lead =
        element("p", {{"class", u"lead"_s}},
                html(u"<strong>Nothing before somebody says yes</strong>, and then only what is on this page: "
                     u"it is made from the <a "
                     u"href=\"data/dictionary.json\">data dictionary</a> that napari itself obeys. Never a "
                     u"path, a name of a file or "
                     u"a layer, an image, a user, a computer, an address, or a time finer than the week. Each "
                     u"level includes those "
                     u"above it."))
        + html(u"<p id=\"no\"><strong>To say no later</strong>, click “Telemetry” in napari’s status bar, or set "
               u"<code>NAPARI_TELEMETRY=0</code>.</p>");
    if (!shape.contact.isEmpty())
        page.lead += element(
            "p", {}, html(u"Questions about it, or something that should not be public: ") + contactLink(shape));
    page.main = levelTable(dictionary);
    page.main +=
        html(u"<p>Beside these an event has its topic, its week or month, and a pseudonym that is another one for "
             u"each fact and each week; that napari is used, and its version, say whether it is the first time in "
             u"the week, the month, the year or ever. In napari “Preview…” shows every event before it is "
             u"sent.</p>");
    for (const Level level : sendingLevels())
        page.main += levelOf(dictionary, level);
    return page;
}

} // namespace Telemetry
