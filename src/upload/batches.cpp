#include "upload/batches.h"

#include "contract/batchcodec.h"
#include "contract/limits.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Telemetry {

QList<QList<SpooledEvent>> batchesOf(QList<SpooledEvent> pending, int dictionaryVersion, QRandomGenerator &random)
{
    std::shuffle(pending.begin(), pending.end(), random);
    const qsizetype frame = BatchCodec::encode(dictionaryVersion, {}).size();
    QList<QList<SpooledEvent>> batches;
    qsizetype bytes = 0;
    for (const SpooledEvent &event : pending) {
        const qsizetype more = event.bytes.size() + 1; // and its comma
        if (batches.isEmpty() || batches.last().size() >= Limits::requestEvents
            || bytes + more > Limits::requestBytes) {
            batches.append(QList<SpooledEvent>());
            bytes = frame;
        }
        batches.last().append(event);
        bytes += more;
    }
    return batches;
}

} // namespace Telemetry
