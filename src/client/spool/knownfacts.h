#pragma once

#include "contract/datadictionary.h"
#include "contract/event.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

namespace Telemetry {

/// Which fact of the month an event is, as a hash with this key: so that it is recorded once a month, and what was
/// erased is not named. Empty for a week's event, whose reporter says it. 16 bytes.
[[nodiscard]] QByteArray factOf(const TopicDefinition &topic, const Event &event, const QByteArray &key);

/// What a person's spools have of a topic in one period: the reporters, by fact (a week's event is its own).
using KnownFacts = QHash<QByteArray, QSet<QByteArray>>;

/// Whether there is room for an event beside them.
enum class Place {
    Free,
    Recorded, ///< the fact has an event of another week of the month
    Full,     ///< the period has as many others as the topic allows
};
[[nodiscard]] Place placeIn(const KnownFacts &known, const TopicDefinition &topic, const Event &event,
                            const QByteArray &fact);

} // namespace Telemetry
