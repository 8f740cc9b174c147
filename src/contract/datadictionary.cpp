#include "contract/datadictionary.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error broken(const QString &topic, const QString &what)
{
    return Error{Error::Code::Invalid, u"data dictionary, topic \"%1\": %2"_s.arg(topic, what)};
}

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toString());
    return list;
}

bool allKnown(const QStringList &fields, const QJsonObject &properties)
{
    return std::all_of(fields.begin(), fields.end(), [&](const QString &f) { return properties.contains(f); });
}

Result<MergeDefinition> readMerge(const QString &topic, const QJsonObject &json, const QJsonObject &properties)
{
    MergeDefinition merge;
    merge.greaterField = json["greater"_L1].toString();
    const QString order = json["order"_L1].toString();
    if (order == "bytes"_L1) {
        merge.order = MergeDefinition::Order::Bytes;
    } else if (order == "version"_L1) {
        merge.order = MergeDefinition::Order::Version;
    } else if (order == "class"_L1) {
        merge.order = MergeDefinition::Order::Class;
        merge.classes = strings(properties[merge.greaterField].toObject()["enum"_L1]);
    } else {
        return broken(topic, u"unknown merge order \"%1\""_s.arg(order));
    }
    const bool compares = merge.order != MergeDefinition::Order::Bytes;
    if (merge.greaterField.isEmpty() == compares || (compares && !properties.contains(merge.greaterField)))
        return broken(topic, u"the merge rule names an unknown field"_s);
    return merge;
}

Result<PublicRule> readPublicRule(const QString &topic, const QJsonObject &json, const QJsonObject &properties)
{
    PublicRule rule;
    if (json.isEmpty())
        return rule;
    const QString kind = json["rule"_L1].toString();
    if (kind == "plugin"_L1) {
        rule = {PublicRule::Kind::Plugin, json["name"_L1].toString(), json["version"_L1].toString(), {}};
        if (!allKnown({rule.nameField, rule.versionField}, properties))
            return broken(topic, u"the public rule names an unknown field"_s);
    } else if (kind == "command"_L1) {
        rule = {PublicRule::Kind::Command, json["command"_L1].toString(), {}, {}};
        if (!allKnown({rule.nameField}, properties))
            return broken(topic, u"the public rule names an unknown field"_s);
    } else if (kind == "version"_L1) {
        rule = {PublicRule::Kind::Version, json["version"_L1].toString(), {}, json["product"_L1].toString()};
        if (!allKnown({rule.nameField}, properties))
            return broken(topic, u"the public rule names an unknown field"_s);
    } else {
        return broken(topic, u"unknown public rule \"%1\""_s.arg(kind));
    }
    return rule;
}

Result<TopicDefinition> readTopic(const QJsonObject &json)
{
    TopicDefinition topic;
    topic.topic = json["topic"_L1].toString();
    const QString every = json["period"_L1].toString();
    if (every != "week"_L1 && every != "month"_L1)
        return broken(topic.topic, u"it is recorded neither by week nor by month"_s);
    topic.isMonthly = every == "month"_L1;
    const auto level = levelFromName(json["level"_L1].toString());
    if (topic.topic.isEmpty() || !level || *level == Level::None)
        return broken(topic.topic, u"no name, or no level that sends"_s);
    topic.level = *level;
    topic.isUse = json["use"_L1].toBool();
    topic.since = json["since"_L1].toInt(1);
    topic.title = json["title"_L1].toString();
    topic.why = json["why"_L1].toString();
    topic.sentence = json["sentence"_L1].toString();
    topic.distinct = strings(json["distinct"_L1]);
    topic.cap = json["cap"_L1].toInt();
    topic.example = json["example"_L1].toObject();
    if (topic.title.isEmpty() || topic.why.isEmpty() || topic.sentence.isEmpty() || topic.cap < 1)
        return broken(topic.topic, u"title, why, sentence or cap is missing"_s);

    const QJsonObject schema = json["schema"_L1].toObject();
    auto validator = SchemaValidator::compile(schema);
    if (!validator)
        return broken(topic.topic, validator.error().detail);
    topic.schema = std::move(validator).value();

    const QJsonObject properties = schema["properties"_L1].toObject();
    // "required" keeps the order in which people should read the fields; an object does not.
    const QJsonObject fieldsSince = json["fields_since"_L1].toObject();
    for (const QString &field : strings(schema["required"_L1])) {
        const QJsonObject property = properties[field].toObject();
        topic.fields.append({field, property["title"_L1].toString(), property["description"_L1].toString(),
                             fieldsSince[field].toInt(topic.since)});
    }
    if (!allKnown(fieldsSince.keys(), properties))
        return broken(topic.topic, u"fields_since names an unknown field"_s);
    if (topic.fields.size() != properties.size() || !allKnown(topic.distinct, properties))
        return broken(topic.topic, u"fields, required and distinct do not agree"_s);

    if (json.contains("first_in"_L1)) {
        topic.firstIn = firstInFromName(json["first_in"_L1].toString());
        if (!topic.firstIn || !topic.distinct.isEmpty() || topic.isMonthly)
            return broken(topic.topic, u"first_in is no period, or a person has not one event a week"_s);
    }
    auto merge = readMerge(topic.topic, json["merge"_L1].toObject(), properties);
    if (!merge)
        return merge.error();
    topic.merge = std::move(merge).value();
    if (topic.isCounter() && !topic.isUse)
        return broken(topic.topic, u"it counts uses and is none"_s);
    auto rule = readPublicRule(topic.topic, json["public"_L1].toObject(), properties);
    if (!rule)
        return rule.error();
    topic.publicRule = std::move(rule).value();

    for (const QJsonValue &entry : json["aggregate"_L1].toArray()) {
        const QJsonObject table = entry.toObject();
        topic.tables.append({table["table"_L1].toString(), table["title"_L1].toString(),
                             strings(table["dimensions"_L1]), table["sigma"_L1].toInt(),
                             table["threshold"_L1].toInteger()});
        TableDefinition &read = topic.tables.last();
        const auto period = firstInFromName(table["period"_L1].toString());
        const FirstIn shortest = topic.isMonthly ? FirstIn::Month : FirstIn::Week;
        if (!period || *period < shortest || *period > topic.firstIn.value_or(shortest))
            return broken(topic.topic, u"the period of the table \"%1\" is one that no event names"_s.arg(read.table));
        read.period = *period;
        if (read.isSum() && !read.dimensions.isEmpty())
            return broken(topic.topic, u"the table \"%1\" sums up cells that come and go"_s.arg(read.table));
        if (read.table.isEmpty() || !allKnown(read.dimensions, properties))
            return broken(topic.topic, u"a table has no name or an unknown dimension"_s);
        if (!std::all_of(topic.distinct.begin(), topic.distinct.end(),
                         [&](const QString &field) { return read.dimensions.contains(field); }))
            return broken(topic.topic, u"a person could be in a cell of the table \"%1\" twice"_s.arg(read.table));
        if (read.sigma < 1 || read.sigma > Limits::greatestSigma || read.threshold < Limits::leastThreshold)
            return broken(topic.topic,
                          u"the table \"%1\" has too little noise or too low a threshold"_s.arg(read.table));
    }
    if (const auto reason = topic.schema.validate(topic.example))
        return broken(topic.topic, u"the example breaks its own schema: %1"_s.arg(*reason));
    return topic;
}

/// Whether every addition is dated with a version up to this one.
bool isDated(const TopicDefinition &topic, int version)
{
    return topic.since >= 1 && topic.since <= version
           && std::all_of(topic.fields.begin(), topic.fields.end(), [&](const FieldDefinition &field) {
                  return field.since >= topic.since && field.since <= version;
              });
}

} // namespace

std::optional<QJsonObject> TopicDefinition::valueFrom(const QJsonObject &facts) const
{
    QJsonObject value;
    for (const FieldDefinition &field : fields) {
        if (!facts.contains(field.field))
            return std::nullopt;
        value[field.field] = facts[field.field];
    }
    return value;
}

QString TopicDefinition::sentenceFor(const QJsonObject &value, const QString &translation) const
{
    QString text = translation;
    for (const FieldDefinition &field : fields)
        text.replace(u'{' + field.field + u'}', value[field.field].toVariant().toString());
    return text;
}

Result<DataDictionary> DataDictionary::load(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::dictionaryBytes);
    if (!parsed)
        return parsed.error();
    DataDictionary dictionary;
    dictionary.m_source = json;
    dictionary.m_version = parsed.value()["version"_L1].toInt();
    if (dictionary.m_version < 1)
        return Error{Error::Code::Invalid, u"data dictionary: no version"_s};
    for (const QJsonValue &entry : parsed.value()["topics"_L1].toArray()) {
        auto topic = readTopic(entry.toObject());
        if (!topic)
            return topic.error();
        if (dictionary.topic(topic.value().topic))
            return broken(topic.value().topic, u"defined twice"_s);
        if (!isDated(topic.value(), dictionary.m_version))
            return broken(topic.value().topic, u"since is not a version of this dictionary"_s);
        dictionary.m_topics.append(std::move(topic).value());
    }
    if (dictionary.m_topics.isEmpty())
        return Error{Error::Code::Invalid, u"data dictionary: no topics"_s};
    dictionary.m_rounding = parsed.value()["rounding"_L1].toInteger();
    if (dictionary.m_rounding < 1 || dictionary.m_rounding > Limits::leastThreshold) // a count could become 0
        return Error{Error::Code::Invalid, u"data dictionary: no rounding from 1 to the least threshold"_s};
    return dictionary;
}

const TopicDefinition *DataDictionary::topic(QStringView name) const
{
    for (const TopicDefinition &topic : m_topics) {
        if (topic.topic == name)
            return &topic;
    }
    return nullptr;
}

const TopicDefinition *DataDictionary::topicWith(PublicRule::Kind rule) const
{
    const auto found = std::find_if(m_topics.begin(), m_topics.end(),
                                    [rule](const TopicDefinition &topic) { return topic.publicRule.kind == rule; });
    return found == m_topics.end() ? nullptr : &*found;
}

QList<const TopicDefinition *> DataDictionary::topicsOfLevel(Level level) const
{
    QList<const TopicDefinition *> list;
    for (const TopicDefinition &topic : m_topics) {
        if (topic.level == level)
            list.append(&topic);
    }
    return list;
}

QList<Addition> DataDictionary::additions(int since, Level level) const
{
    QList<Addition> list;
    for (const TopicDefinition *topic : topicsOfLevel(level)) {
        Addition addition{topic, {}};
        for (const FieldDefinition &field : topic->fields) {
            if (field.since > since)
                addition.fields.append(&field);
        }
        if (!addition.fields.isEmpty() || topic->since > since)
            list.append(addition);
    }
    return list;
}

bool DataDictionary::adds(int since, Level level) const
{
    return std::any_of(m_topics.begin(), m_topics.end(), [&](const TopicDefinition &topic) {
        return topic.level <= level
               && (topic.since > since || std::any_of(topic.fields.begin(), topic.fields.end(), [&](const auto &field) {
                       return field.since > since;
                   }));
    });
}

} // namespace Telemetry
