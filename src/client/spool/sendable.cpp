#include "client/spool/sendable.h"

namespace Telemetry {

Departure departureOf(const QString &topicName, Week week, const DataDictionary &dictionary, const QSet<QString> &held,
                      Week now)
{
    const TopicDefinition *topic = dictionary.topic(topicName);
    if (!topic)
        return Departure::Never;
    if (held.contains(topicName))
        return Departure::Held;
    // A week ahead is one that the clock has been put back from.
    if (topic->isCounter() && week >= now)
        return Departure::StillGrowing;
    return Departure::Now;
}

} // namespace Telemetry
