#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>
#include <QStringList>

namespace Telemetry {

/// Puts the first candidate in place that the dictionary allows; else the field stays as it is. `value` is valid.
inline void adopt(QJsonObject &value, const TopicDefinition &topic, const QString &field, const QStringList &candidates)
{
    for (const QString &candidate : candidates) {
        QJsonObject attempt = value;
        attempt[field] = candidate;
        if (!topic.schema.validate(attempt)) {
            value = attempt;
            return;
        }
    }
}

} // namespace Telemetry
