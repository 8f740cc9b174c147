#pragma once

#include "client/spool/abstractspool.h"
#include "contract/request.h"

#include <QList>

namespace Telemetry {

// What the uploader sends and what the preview shows are made here, by the same calls, from the same events. Pure.

/// The pending events of one level as the batches that carry them, each within Limits::requestEvents and
/// Limits::requestBytes. They go by reporter, which is as random as a shuffle, so that neither order nor neighbourhood
/// tells what belongs together; and the same events always give the same batches, so that what is shown is what is
/// sent. An event that is too large for any batch gets one of its own, for the collector to refuse.
[[nodiscard]] QList<QList<SpooledEvent>> batchesOf(QList<SpooledEvent> pending, int dictionaryVersion);

/// The request that carries one batch of this level, whole.
[[nodiscard]] Request batchRequest(const Endpoints &endpoints, Level level, int dictionaryVersion,
                                   const QList<SpooledEvent> &batch);

} // namespace Telemetry
