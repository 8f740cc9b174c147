#pragma once

#include "contract/datadictionary.h"
#include "contract/event.h"

#include <QCoreApplication>

namespace Telemetry {

/// What people read of the data dictionary, in their language. The dictionary itself is English:
/// tools/update-translations takes the texts out of it.
class DictionaryText
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::DictionaryText)
public:
    [[nodiscard]] static QString title(const TopicDefinition &topic);
    [[nodiscard]] static QString why(const TopicDefinition &topic);
    /// With {field} in place of values, for TopicDefinition::sentenceFor().
    [[nodiscard]] static QString sentence(const TopicDefinition &topic);
    /// The sentence of an event: its values in place, and for which period it is the first.
    [[nodiscard]] static QString sentence(const TopicDefinition &topic, const Event &event);
    /// The same of a sentence that has its values.
    [[nodiscard]] static QString withFirstIn(const QString &sentence, std::optional<FirstIn> firstIn);
    [[nodiscard]] static QString title(const FieldDefinition &field);
    [[nodiscard]] static QString description(const FieldDefinition &field);
    [[nodiscard]] static QString title(const TableDefinition &table);
};

} // namespace Telemetry
