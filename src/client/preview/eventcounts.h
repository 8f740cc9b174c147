#pragma once

#include "client/preview/eventstore.h"
#include "contract/datadictionary.h"
#include "contract/week.h"

#include <QSet>
#include <QString>

#include <optional>

namespace Telemetry {

/// How many pending events leave at a sending now, and how many are still growing, held or refused.
struct EventCounts
{
    int leaving = 0;
    int growing = 0;
    int held = 0;
    int refused = 0;

    friend bool operator==(const EventCounts &, const EventCounts &) = default;
};

/// Of all events of a store, by departureOf(). Without a running week only refused ones are known. Pure.
[[nodiscard]] EventCounts countEvents(const EventStore &store, const DataDictionary &dictionary,
                                      const QSet<QString> &held, std::optional<Week> now);

} // namespace Telemetry
