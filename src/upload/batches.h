#pragma once

#include "spool/abstractspool.h"

#include <QList>

class QRandomGenerator;

namespace Telemetry {

/// The pending events of one level as the batches that carry them, each within Limits::requestEvents and
/// Limits::requestBytes. Shuffled before they are split, so that neither order nor neighbourhood tells what belongs
/// together. An event that is too large for any batch gets one of its own, for the collector to refuse. Pure.
[[nodiscard]] QList<QList<SpooledEvent>> batchesOf(QList<SpooledEvent> pending, int dictionaryVersion,
                                                   QRandomGenerator &random);

} // namespace Telemetry
