#pragma once

#include "contract/period.h"
#include "contract/reporter.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Telemetry {

/// One fact of one topic in one week or month.
struct Event
{
    QString topic;
    Period period;
    Reporter reporter;
    QJsonObject value;
    std::optional<FirstIn> firstIn = {}; ///< of a topic that has it, else nothing
    /// Known on the computer that recorded it and nowhere else: not in the event's bytes, and not compared.
    std::optional<Week> recordedIn = {};

    /// The week whose key made the reporter; of a month's event that came from elsewhere, the first of the month.
    [[nodiscard]] Week week() const { return recordedIn.value_or(period.firstWeek()); }

    friend bool operator==(const Event &a, const Event &b)
    {
        return a.topic == b.topic && a.period == b.period && a.reporter == b.reporter && a.value == b.value
               && a.firstIn == b.firstIn;
    }
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
