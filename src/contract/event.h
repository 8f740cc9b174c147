#pragma once

#include "contract/reporter.h"
#include "contract/week.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Telemetry {

/// One fact of one topic in one week.
struct Event
{
    QString topic;
    Week week;
    Reporter reporter;
    QJsonObject value;
    std::optional<FirstIn> firstIn = {}; ///< of a topic that has it, else nothing

    friend bool operator==(const Event &, const Event &) = default;
};

/// The exact bytes in which the event is spooled, previewed, sent and kept as a receipt.
[[nodiscard]] QByteArray eventBytes(const Event &event);

/// Why the dictionary does not allow the event, in words that do not repeat it; nothing when it does. That its strings
/// are public is another question, see PublicStrings.
[[nodiscard]] std::optional<QString> refusalOf(const TopicDefinition &topic, const Event &event);
/// The same of what of an event is counted.
[[nodiscard]] std::optional<QString> refusalOf(const TopicDefinition &topic, const QJsonObject &value,
                                               std::optional<FirstIn> firstIn);

/// Reads one event. Checks form and size, not whether it fits its topic. The error says what is wrong without
/// repeating the input.
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &object);
[[nodiscard]] Result<Event> eventFromBytes(const QByteArray &bytes);

} // namespace Telemetry
