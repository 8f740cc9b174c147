#pragma once

#include "contract/batchcodec.h"
#include "support/dictionary.h"

#include <QTimeZone>

/// Events that the shipped dictionary allows, for tests of the collector.
namespace TestSupport {

/// Wednesday of 2026-W47, noon.
inline QDateTime now()
{
    return QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);
}

inline Telemetry::Reporter reporter(char fill)
{
    return *Telemetry::Reporter::fromBytes(QByteArray(16, fill));
}

/// The topic's example value, recorded in the week of now().
inline Telemetry::Event eventOf(const QString &topic, char fill = 'a')
{
    const Telemetry::TopicDefinition &definition = *dictionary().topic(topic);
    const Telemetry::Week week = Telemetry::Week::of(now());
    return {topic, definition.periodOf(week), reporter(fill), definition.example, definition.firstIn, week};
}

inline QByteArray batch(const QList<Telemetry::Event> &events)
{
    QByteArrayList bytes;
    for (const Telemetry::Event &event : events)
        bytes.append(Telemetry::eventBytes(event));
    return Telemetry::BatchCodec::encode(dictionary().version(), bytes);
}

} // namespace TestSupport
