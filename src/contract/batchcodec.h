#pragma once

#include "contract/event.h"
#include "contract/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonArray>
#include <QList>

namespace Telemetry {

/// A request body as the collector reads it. Each event is still unchecked JSON: one bad event does not refuse its
/// neighbours.
struct DecodedBatch
{
    int dictionary = 0;
    QJsonArray events;
};

/// One event that the collector did not take.
struct Refusal
{
    int index = 0; ///< position in the batch
    QString reason;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// The only place that knows the bytes of a batch and of the answer to it.
namespace BatchCodec {

/// The body of `POST /v1/{level}/events`: the events' own bytes, joined. Never re-encodes an event.
[[nodiscard]] QByteArray encode(int dictionaryVersion, const QByteArrayList &events);
/// How many events go into each request when events of these sizes (bytes) are sent in this order: every request is
/// within Limits::requestEvents and Limits::requestBytes. An event that is too large for any request gets one of its
/// own, for the collector to refuse.
[[nodiscard]] QList<qsizetype> batchLengths(const QList<qsizetype> &eventSizes, int dictionaryVersion);
/// Errors: TooLarge (bytes or number of events), Invalid.
[[nodiscard]] Result<DecodedBatch> decode(const QByteArray &body);

/// The body of the 202 answer.
[[nodiscard]] QByteArray encodeAnswer(const QList<Refusal> &refused);
/// Reads an answer to a batch of `events` events; an index outside it, or given twice, makes the answer invalid.
[[nodiscard]] Result<QList<Refusal>> decodeAnswer(const QByteArray &body, qsizetype events);

} // namespace BatchCodec

} // namespace Telemetry
