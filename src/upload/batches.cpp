#include "upload/batches.h"

#include "contract/batchcodec.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Telemetry {

QList<QList<SpooledEvent>> batchesOf(QList<SpooledEvent> pending, int dictionaryVersion, QRandomGenerator &random)
{
    std::shuffle(pending.begin(), pending.end(), random);
    QList<qsizetype> sizes;
    for (const SpooledEvent &event : pending)
        sizes.append(event.bytes.size());
    QList<QList<SpooledEvent>> batches;
    qsizetype first = 0;
    for (const qsizetype length : BatchCodec::batchLengths(sizes, dictionaryVersion)) {
        batches.append(pending.mid(first, length));
        first += length;
    }
    return batches;
}

} // namespace Telemetry
