#include "client/preview/collectedvalues.h"

namespace Telemetry {

void CollectedValues::add(const Event &event)
{
    auto topic = m_topics.find(event.topic);
    if (topic == m_topics.end())
        topic = m_topics.insert(event.topic, Topic{event.period, {}});
    if (event.period < topic->period)
        return;
    if (event.period > topic->period)
        *topic = Topic{event.period, {}};
    for (auto field = event.value.begin(); field != event.value.end(); ++field)
        topic->fields[field.key()].insert(field.value().toVariant().toString());
    if (event.firstIn)
        topic->fields[firstInField].insert(firstInName(*event.firstIn));
}

QStringList CollectedValues::of(const QString &topic, const QString &field) const
{
    const auto known = m_topics.constFind(topic);
    if (known == m_topics.constEnd())
        return {};
    QStringList values = known->fields.value(field).values();
    values.sort();
    return values;
}

} // namespace Telemetry
