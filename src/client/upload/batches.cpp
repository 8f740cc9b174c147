#include "client/upload/batches.h"

#include "contract/batchcodec.h"

#include <algorithm>

namespace Telemetry {

QList<QList<SpooledEvent>> batchesOf(QList<SpooledEvent> pending, int dictionaryVersion)
{
    std::sort(pending.begin(), pending.end(), [](const SpooledEvent &one, const SpooledEvent &other) {
        const int order = one.event.reporter.bytes().compare(other.event.reporter.bytes());
        return order != 0 ? order < 0 : one.event.topic < other.event.topic;
    });
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

Request batchRequest(const Endpoints &endpoints, Level level, int dictionaryVersion, const QList<SpooledEvent> &batch)
{
    QByteArrayList bytes;
    for (const SpooledEvent &event : batch)
        bytes.append(event.bytes);
    return eventsRequest(endpoints, level, dictionaryVersion, bytes);
}

} // namespace Telemetry
