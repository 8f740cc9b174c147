#pragma once

#include "host/aggregate/candidate.h"
#include "host/aggregate/removal.h"
#include "host/history/historychain.h"

#include <QList>

#include <optional>

namespace Telemetry {

/// What was done and is public, or about to be.
struct PublicDeeds
{
    QList<Release> releases; ///< outlines will do
    QList<Redraw> redraws;
    QList<Removal> removals;
};

/// Why an aggregates file with these releases (outlines will do) and so many removals isn't the one that this history
/// is of; words for its operator, or nothing. It is an older one, or another host's. Without a number of removals these
/// are not looked at.
[[nodiscard]] std::optional<QString> lackOf(const HistoryChain &chain, const QList<Release> &releases,
                                            std::optional<qsizetype> removals);
/// Why what is released isn't what the history says was: a period of it has other numbers, and no removal that has yet
/// to be entered explains it. Nothing: it is.
[[nodiscard]] std::optional<QString> changeOf(const HistoryChain &chain, const PublicDeeds &deeds,
                                              const FileDigests &files);

/// The lines that the history lacks: of documents that are others now (dictionary.json, endpoints.json,
/// public-list.json), of candidates that were drawn again, of removals, and of releases. A line names the files of
/// `files` that are new or others since; a removal's says of what kind it was, never what or how many. Files
/// that follow from others (tables/, index.json, ...) are named by the last of the lines that publishes something, or
/// by one of their own. Pure.
[[nodiscard]] QList<HistoryDraft> missingLines(const HistoryChain &chain, const PublicDeeds &deeds,
                                               const FileDigests &files);

} // namespace Telemetry
