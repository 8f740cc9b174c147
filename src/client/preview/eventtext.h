#pragma once

#include "client/preview/eventstore.h"
#include "contract/datadictionary.h"
#include "contract/week.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

namespace Telemetry {

/// What is said of one event beside its sentence, in the window and on the command line. Translated. Any thread.
class EventText
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::EventText)
public:
    /// Why an event that was not sent is still here; of a receipt the day on which it was sent. `held` and `now` as in
    /// departureOf(); without a week everything waits.
    [[nodiscard]] static QString state(const EventStore &store, const EventStore::Row &row,
                                       const DataDictionary &dictionary, const QSet<QString> &held,
                                       std::optional<Week> now);
    /// Of an event's period: "2026-W47", or "once in November 2026".
    [[nodiscard]] static QString period(const QString &period);
    /// What the collector has said to a receipt.
    [[nodiscard]] static QString answer(bool accepted);
};

} // namespace Telemetry
