#include "client/preview/collectedvalues.h"

namespace Telemetry {

void CollectedValues::add(const Event &event)
{
    auto topic = m_topics.find(event.topic);
    if (topic == m_topics.end())
        topic = m_topics.insert(event.topic, Topic{event.week, {}});
    if (event.week < topic->week)
        return;
    if (event.week > topic->week)
        *topic = Topic{event.week, {}};
    for (auto field = event.value.begin(); field != event.value.end(); ++field)
        ++topic->fields[field.key()][field.value().toVariant().toString()];
}

QStringList CollectedValues::of(const QString &topic, const QString &field) const
{
    return m_topics.contains(topic) ? m_topics.constFind(topic)->fields.value(field).keys() : QStringList();
}

} // namespace Telemetry
