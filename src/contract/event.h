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

    friend bool operator==(const Event &, const Event &) = default;
};

/// The exact bytes in which the event is spooled, previewed, sent and kept as a receipt.
[[nodiscard]] QByteArray eventBytes(const Event &event);

/// Reads one event. Checks form and size, not whether the value fits its topic. The error says what is wrong without
/// repeating the input.
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &object);
[[nodiscard]] Result<Event> eventFromBytes(const QByteArray &bytes);

} // namespace Telemetry
