#pragma once

#include "host/aggregate/candidate.h"
#include "host/aggregate/publicfiles.h"
#include "host/aggregate/removal.h"
#include "host/history/historychain.h"

#include <QList>

namespace Telemetry {

/// What was done and is public, or about to be.
struct PublicDeeds
{
    QList<Release> releases;
    QList<Redraw> redraws;
    QList<Removal> removals;
};

/// The lines that the history lacks: of documents that are others now (dictionary.json, endpoints.json,
/// public-list.json), of candidates that were drawn again, of removals, and of releases. A line names the files of
/// `files` that are new or others since; a removal's says of what kind it was, never what or how many. Pure.
[[nodiscard]] QList<HistoryDraft> missingLines(const HistoryChain &chain, const PublicDeeds &deeds,
                                               const PublicFiles &files);

} // namespace Telemetry
