#include "host/collector/openapischemas.h"

#include "contract/event.h"
#include "contract/limits.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QJsonObject pattern(const QString &regularExpression, const QString &description = {})
{
    QJsonObject schema{{u"type"_s, u"string"_s}, {u"pattern"_s, u'^' + regularExpression + u'$'}};
    if (!description.isEmpty())
        schema[u"description"_s] = description;
    return schema;
}

QJsonObject integer(int minimum, qsizetype maximum)
{
    return {{u"type"_s, u"integer"_s}, {u"minimum"_s, minimum}, {u"maximum"_s, maximum}};
}

QJsonObject list(const QJsonObject &items, qsizetype maximum)
{
    return {{u"type"_s, u"array"_s}, {u"minItems"_s, 1}, {u"maxItems"_s, maximum}, {u"items"_s, items}};
}

QJsonObject anyOf(const QJsonArray &schemas, const QString &description)
{
    return {{u"anyOf"_s, schemas}, {u"description"_s, description}};
}

/// The years of a century that have a week 53, as their last two digits.
QString longYears(int century, int firstYear = 0)
{
    QStringList digits;
    for (int year = firstYear; year < 100; ++year) {
        const QString text = QString::number(year).rightJustified(2, u'0');
        if (Week::fromString(QString::number(century) + text + u"-W53"_s))
            digits.append(text);
    }
    return u"("_s + digits.join(u'|') + u")-W53"_s;
}

/// Exactly the weeks from 1970 to 9999: which years have a week 53 repeats every four centuries.
QJsonObject weekSchema()
{
    QStringList forms{u"(19[7-9][0-9]|[2-9][0-9]{3})-W(0[1-9]|[1-4][0-9]|5[0-2])"_s, u"19"_s + longYears(19, 70)};
    for (int remainder = 0; remainder < 4; ++remainder) {
        QStringList centuries;
        for (int century = 20 + remainder; century < 100; century += 4)
            centuries.append(QString::number(century));
        forms.append(u"("_s + centuries.join(u'|') + u')' + longYears(20 + remainder));
    }
    return pattern(u"("_s + forms.join(u'|') + u')', u"An ISO 8601 week, such as 2026-W47"_s);
}

/// Any JSON that nests no deeper than this, with a schema for each depth below it. JSON Schema has no word for depth.
void addNested(QJsonObject &schemas, int depth)
{
    const QJsonObject text = pattern(u"[^\\u0000]*"_s);
    const QJsonArray scalars{QJsonObject{{u"type"_s, QJsonArray{u"null"_s, u"boolean"_s, u"number"_s}}}, text};
    for (int level = 0; level <= depth; ++level) {
        QJsonArray forms = scalars;
        if (level > 0) {
            const QJsonObject inner = schemaNamed(u"Nested%1"_s.arg(level - 1));
            forms.append(QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, inner}});
            forms.append(
                QJsonObject{{u"type"_s, u"object"_s}, {u"propertyNames"_s, text}, {u"additionalProperties"_s, inner}});
        }
        schemas[u"Nested%1"_s.arg(level)] = QJsonObject{{u"anyOf"_s, forms}};
    }
}

QJsonObject eventSchema(const TopicDefinition &topic, const QJsonObject &valueSchema)
{
    const Event example{topic.topic, topic.periodOf(*Week::fromString(u"2026-W47")),
                        *Reporter::fromBytes(QByteArray(Limits::reporterBytes, '\x5a')), topic.example, topic.firstIn};
    QJsonObject properties{{u"topic"_s, QJsonObject{{u"const"_s, topic.topic}}},
                           {u"period"_s, schemaNamed(topic.isMonthly ? u"Month"_s : u"Week"_s)},
                           {u"reporter"_s, schemaNamed(u"Reporter"_s)},
                           {u"value"_s, valueSchema}};
    if (topic.firstIn) {
        QJsonArray names;
        for (int period = 0; period <= int(*topic.firstIn); ++period)
            names.append(firstInName(FirstIn(period)));
        properties[firstInField] = QJsonObject{{u"enum"_s, names}};
    }
    QJsonObject schema = closedSchema(properties);
    schema[u"title"_s] = topic.title;
    schema[u"examples"_s] = QJsonArray{QJsonDocument::fromJson(eventBytes(example)).object()};
    schema[u"description"_s] = u"%1 Only on the path of the level %2."_s.arg(topic.why, levelName(topic.level));
    return schema;
}

/// Adds what describes each topic's event. Gives the references to them.
QJsonArray addEvents(QJsonObject &schemas, const DataDictionary &dictionary)
{
    QJsonArray references;
    const QJsonArray topics = QJsonDocument::fromJson(dictionary.source()).object()["topics"_L1].toArray();
    for (const QJsonValue &source : topics) {
        const TopicDefinition &topic = *dictionary.topic(source["topic"_L1].toString());
        const QString name = u"Event-"_s + topic.topic;
        schemas[name] = eventSchema(topic, source["schema"_L1].toObject());
        references.append(schemaNamed(name));
    }
    return references;
}

} // namespace

QJsonObject schemaNamed(const QString &name)
{
    return {{u"$ref"_s, u"#/components/schemas/"_s + name}};
}

QJsonObject closedSchema(const QJsonObject &properties)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, QJsonArray::fromStringList(properties.keys())},
            {u"additionalProperties"_s, false}};
}

QJsonObject openApiSchemas(const DataDictionary &dictionary)
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    QJsonObject schemas{
        {u"Error"_s, closedSchema({{u"error"_s, text}})},
        {u"Week"_s, weekSchema()},
        {u"Month"_s, pattern(u"(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])"_s,
                             u"The weeks whose Thursdays are in it, such as 2026-11"_s)},
        {u"Reporter"_s, pattern(u"[0-9a-f]{%1}"_s.arg(2 * Limits::reporterBytes), u"A pseudonym of one fact"_s)},
        {u"EraseRequest"_s,
         closedSchema({{u"period"_s, anyOf({schemaNamed(u"Week"_s), schemaNamed(u"Month"_s)}, u"As it was sent"_s)},
                       {u"reporters"_s, list(schemaNamed(u"Reporter"_s), Limits::eraseReporters)}})},
    };
    const QJsonArray events = addEvents(schemas, dictionary);
    schemas[u"Event"_s] = anyOf(events, u"Its names are those of /v1/public-plugins, its period is open"_s);
    constexpr int aroundAnEvent = 2; // the batch and its list
    addNested(schemas, Limits::jsonDepth - aroundAnEvent);
    schemas[u"Batch"_s] = closedSchema(
        {{u"dictionary"_s, integer(1, std::numeric_limits<int>::max())},
         {u"events"_s,
          list(anyOf({schemaNamed(u"Event"_s), schemaNamed(u"Nested%1"_s.arg(Limits::jsonDepth - aroundAnEvent))},
                     u"Whatever is no event is refused in the answer, and its neighbours are taken"_s),
               Limits::requestEvents)}});
    schemas[u"Refused"_s] = closedSchema(
        {{u"refused"_s, QJsonObject{{u"type"_s, u"array"_s},
                                    {u"maxItems"_s, Limits::requestEvents},
                                    {u"items"_s, closedSchema({{u"index"_s, integer(0, Limits::requestEvents - 1)},
                                                               {u"reason"_s, text}})}}}});
    return schemas;
}

} // namespace Telemetry
