#pragma once

#include "client/spool/abstractspool.h"
#include "support/dictionary.h"

/// Events of every topic and state, for tests of what shows them.
namespace TestSupport {

inline Telemetry::SpooledEvent spooled(const QString &topicName, Telemetry::SpooledEvent::State state,
                                       const QString &reason = {})
{
    const Telemetry::TopicDefinition &topic = *dictionary().topic(topicName);
    const Telemetry::Week week = *Telemetry::Week::fromString(u"2026-W47");
    const Telemetry::Event event{
        topicName,     topic.periodOf(week), Telemetry::deriveReporter(QByteArray(32, 'k'), topic, topic.example),
        topic.example, topic.firstIn,        week};
    return {event, topic.level, Telemetry::eventBytes(event), state, reason};
}

inline QList<Telemetry::SpooledEvent> threeEvents()
{
    using State = Telemetry::SpooledEvent::State;
    return {spooled(QStringLiteral("napari"), State::Sent), spooled(QStringLiteral("plugin"), State::Pending),
            spooled(QStringLiteral("command"), State::Refused, QStringLiteral("the week is closed"))};
}

} // namespace TestSupport
