#pragma once

#include "client/consent/consentstatus.h"
#include "client/preview/eventstore.h"
#include "support/spooledevents.h"

/// Stores as the worker thread makes them, for tests of what shows them.
namespace TestSupport {

inline std::shared_ptr<const Telemetry::EventStore> storeOf(
    const QList<Telemetry::SpooledEvent> &events,
    Telemetry::EventStore::Kind kind = Telemetry::EventStore::Kind::Unsent)
{
    auto store = std::make_shared<Telemetry::EventStore>(kind);
    for (const Telemetry::SpooledEvent &event : events)
        store->append(event, dictionary());
    store->sort();
    return store;
}

inline Telemetry::ConsentStatus runningStatus()
{
    Telemetry::ConsentStatus status;
    status.effective.level = Telemetry::Level::Full;
    status.running = true;
    return status;
}

} // namespace TestSupport
