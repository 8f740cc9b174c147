#include "simulate/batches.h"

#include "contract/limits.h"

namespace Telemetry {

QList<Batch> batchesOf(Level level, const QByteArrayList &events)
{
    constexpr qsizetype frame = 64; // what BatchCodec::encode() puts around the events
    QList<Batch> batches;
    qsizetype bytes = 0;
    for (const QByteArray &event : events) {
        const qsizetype more = event.size() + 1;
        if (batches.isEmpty() || batches.last().events.size() == Limits::requestEvents
            || bytes + more > Limits::requestBytes) {
            batches.append({level, {}});
            bytes = frame;
        }
        batches.last().events.append(event);
        bytes += more;
    }
    return batches;
}

} // namespace Telemetry
