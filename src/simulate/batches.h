#pragma once

#include "contract/event.h"
#include "contract/level.h"

#include <QByteArrayList>
#include <QList>

namespace Telemetry {

/// The events of one request, each in its eventBytes() form, all of one level.
struct Batch
{
    Level level = Level::None;
    QByteArrayList events;
};

/// Cuts the events of one level into requests within the limits of limits.h; keeps their order.
[[nodiscard]] QList<Batch> batchesOf(Level level, const QByteArrayList &events);

} // namespace Telemetry
