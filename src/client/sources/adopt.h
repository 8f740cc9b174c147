#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace Telemetry {

/// Puts the first candidate in place that the dictionary allows; else, or when there is no such field in the topic, the
/// value stays as it is. `value` is valid.
inline void adopt(QJsonObject &value, const TopicDefinition &topic, const QString &field, const QStringList &candidates)
{
    if (!value.contains(field))
        return;
    const auto allowed = std::find_if(candidates.begin(), candidates.end(),
                                      [&](const QString &each) { return topic.schema.allows(field, each); });
    if (allowed != candidates.end())
        value[field] = *allowed;
}

} // namespace Telemetry
