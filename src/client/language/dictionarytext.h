#pragma once

#include "contract/datadictionary.h"

namespace Telemetry {

/// What people read of the data dictionary, in their language. The dictionary itself is English:
/// tools/update-translations takes the texts out of it.
class DictionaryText
{
public:
    [[nodiscard]] static QString title(const TopicDefinition &topic);
    [[nodiscard]] static QString why(const TopicDefinition &topic);
    /// With {field} in place of values, for TopicDefinition::sentenceFor().
    [[nodiscard]] static QString sentence(const TopicDefinition &topic);
    /// The sentence with the values of an event in place.
    [[nodiscard]] static QString sentence(const TopicDefinition &topic, const QJsonObject &value);
    [[nodiscard]] static QString title(const FieldDefinition &field);
    [[nodiscard]] static QString description(const FieldDefinition &field);
    [[nodiscard]] static QString title(const TableDefinition &table);
};

} // namespace Telemetry
