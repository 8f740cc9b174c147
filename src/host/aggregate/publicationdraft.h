#pragma once

#include "host/aggregate/abstractpublicdraft.h"
#include "host/aggregate/aggregation.h"
#include "host/aggregate/publichistory.h"

#include <memory>
#include <optional>

namespace Telemetry {

/// What is about to be public.
struct PublicationDraft
{
    PublicDeeds deeds; ///< their releases in outline
    FileDigests files; ///< all but those of the history
    std::unique_ptr<AbstractPublicDraft> folder;
};

/// Makes all public files but those of the history, one after the other, of what the aggregates file has at one moment.
/// Nothing is public yet. Nothing when all was done; a complaint has the step and the cause, and no advice. Whoever
/// calls it holds the run lock. One thread.
[[nodiscard]] std::optional<Complaint> draftPublication(const AggregationSetting &setting, PublicationDraft &draft);

/// Adds a file that is in memory. Errors: as AbstractPublicDraft::add().
[[nodiscard]] Result<Done> addTo(PublicationDraft &draft, const QString &path, const QByteArray &bytes);

} // namespace Telemetry
