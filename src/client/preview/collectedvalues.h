#pragma once

#include "contract/event.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Telemetry {

/// The values that the events of this computer have at present, by topic and field: of the latest period that a topic
/// has. Filled in the worker thread; a value.
class CollectedValues
{
public:
    void add(const Event &event);
    /// The field's values (`first_in` is one, where events have it), each once, in alphabetical order; empty when there
    /// are none.
    [[nodiscard]] QStringList of(const QString &topic, const QString &field) const;

private:
    struct Topic
    {
        Period period;
        QHash<QString, QSet<QString>> fields; ///< the values of each
    };
    QHash<QString, Topic> m_topics;
};

} // namespace Telemetry
