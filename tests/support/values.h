#pragma once

#include "client/spool/abstractspool.h"
#include "contract/reporter.h"
#include "support/dictionary.h"

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
    return {topic.topic,
            topic.periodOf(week(weekName)),
            Telemetry::deriveReporter(key, topic, value),
            value,
            topic.firstIn,
            week(weekName)};
}

inline QJsonObject command(const QString &name, const QString &countClass)
{
    return {{QStringLiteral("command"), name}, {QStringLiteral("count_class"), countClass}};
}

inline QJsonObject plugin(const QString &name, const QString &version)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("version"), version}};
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
