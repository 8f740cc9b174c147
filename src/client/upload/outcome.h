#pragma once

#include "client/upload/abstracttransport.h"
#include "client/upload/abstractuploader.h"
#include "contract/batchcodec.h"

namespace Telemetry {

/// What the answer to one batch means.
struct BatchVerdict
{
    UploadOutcome::Kind kind = UploadOutcome::Kind::RetryLater; ///< Accepted, RetryLater or Rejected
    QList<Refusal> refused;                                     ///< only when Accepted
    QString detail;                                             ///< for people; empty when Accepted
    QByteArray retryAfter = {}; ///< the collector's wish to be left alone, as it came; empty: none
};

/// Judges the answer to a batch of `events` events. Whatever is not a clear yes or a clear no is tried again later; a
/// redirect is never followed. Pure.
///
/// | answer | verdict |
/// |---|---|
/// | 202 with a readable list of refused events | Accepted |
/// | 202 with anything else, another 2xx, 3xx, 401, 402, 403, 407, 451, 511: somebody else's | RetryLater |
/// | 408, 425, 429, another 5xx | RetryLater, not before its Retry-After |
/// | no answer | RetryLater |
/// | another 4xx with the collector's JSON (`{"error": "…"}` and nothing more) | Rejected |
/// | another 4xx with anything else: a filter's, a proxy's or a portal's | RetryLater |
[[nodiscard]] BatchVerdict judge(const TransportReply &reply, qsizetype events);
/// Judges the answer to an erase request in the same way; Accepted is a 202 with an empty JSON object.
[[nodiscard]] BatchVerdict judgeErasing(const TransportReply &reply);

} // namespace Telemetry
