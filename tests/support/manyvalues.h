#pragma once

#include "support/dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace TestSupport {

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
            } else if (topic.publicRule.nameField == field.field
                       && topic.publicRule.kind != Telemetry::PublicRule::Kind::Version) {
                const bool isPlugin = topic.publicRule.kind == Telemetry::PublicRule::Kind::Plugin;
                value[field.field] = (isPlugin ? QStringLiteral("plugin-%1") : QStringLiteral("napari.c%1")).arg(rest);
                rest = 0;
            }
        }
        values.append(value);
    }
    return values;
}

} // namespace TestSupport
