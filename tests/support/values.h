#pragma once

#include "client/spool/abstractspool.h"
#include "contract/reporter.h"
#include "support/dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Values and events that the shipped dictionary allows, for tests.
namespace TestSupport {

inline Telemetry::Week week(QStringView text)
{
    return Telemetry::Week::fromString(text).value();
}

/// An event with a reporter as a person with this secret would have it.
inline Telemetry::Event event(QStringView topicName, const QJsonObject &value, QStringView weekName = u"2026-W47",
                              char secret = 's')
{
    const Telemetry::TopicDefinition &topic = *dictionary().topic(topicName);
    const QByteArray key = Telemetry::weekKey(QByteArray(32, secret) + weekName.toUtf8(), "machine");
    return {topic.topic, week(weekName), Telemetry::deriveReporter(key, topic, value), value};
}

inline QJsonObject command(const QString &name, const QString &countClass)
{
    return {{QStringLiteral("command"), name}, {QStringLiteral("count_class"), countClass}};
}

inline QJsonObject plugin(const QString &name, const QString &version)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("version"), version}};
}

/// The names of the topics of these levels, in the dictionary's order.
inline QStringList topicsUpTo(Telemetry::Level level)
{
    QStringList names;
    for (const Telemetry::TopicDefinition &topic : dictionary().topics()) {
        if (topic.level <= level)
            names.append(topic.topic);
    }
    return names;
}

/// Up to so many different values of the topic: its example with every number and every word of its closed lists, or
/// with made-up names, in each field.
inline QList<QJsonObject> manyValues(const Telemetry::TopicDefinition &topic, int count)
{
    QList<QJsonObject> values;
    const QJsonArray topics =
        QJsonDocument::fromJson(dictionary().source()).object()[QStringLiteral("topics")].toArray();
    QJsonObject properties;
    for (const QJsonValue &each : topics) {
        if (each[QStringLiteral("topic")].toString() == topic.topic)
            properties = each[QStringLiteral("schema")][QStringLiteral("properties")].toObject();
    }
    for (int i = 0; i < count; ++i) {
        QJsonObject value = topic.example;
        int rest = i;
        for (const Telemetry::FieldDefinition &field : topic.fields) {
            const QJsonObject property = properties[field.field].toObject();
            if (const QJsonArray list = property[QStringLiteral("enum")].toArray(); !list.isEmpty()) {
                value[field.field] = list[rest % list.size()];
                rest /= static_cast<int>(list.size());
            } else if (property[QStringLiteral("type")] == QStringLiteral("integer")) {
                value[field.field] = rest % 8;
                rest /= 8;
            } else if (topic.publicRule.nameField == field.field) {
                const bool isPlugin = topic.publicRule.kind == Telemetry::PublicRule::Kind::Plugin;
                value[field.field] = (isPlugin ? QStringLiteral("plugin-%1") : QStringLiteral("napari.c%1")).arg(rest);
                rest = 0;
            }
        }
        values.append(value);
    }
    return values;
}

inline Telemetry::SpooledEvent spooled(const Telemetry::Event &event)
{
    return {event,
            dictionary().topic(event.topic)->level,
            Telemetry::eventBytes(event),
            Telemetry::SpooledEvent::State::Pending,
            {}};
}

} // namespace TestSupport
