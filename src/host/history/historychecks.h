#pragma once

#include "host/history/historychain.h"
#include "host/history/historyreport.h"

namespace Telemetry {

/// What a history-head.json is worth.
struct HeadCheck
{
    QList<HistoryKey> signedBy;     ///< keys that are valid and have signed it
    QList<HistoryProblem> problems; ///< empty: enough of them have signed the history as it is
};

/// Holds the bytes of a history-head.json, which anybody may have written, against the history. Pure; any thread.
[[nodiscard]] HeadCheck checkHistoryHead(const HistoryChain &history, const QByteArray &head);

/// Whether a keys.json says of the keys what follows from the history. Empty: it does. Pure; any thread.
[[nodiscard]] QList<HistoryProblem> checkHistoryKeys(const HistoryChain &history, const HistoryKeys &keys);

} // namespace Telemetry
