#pragma once

#include "host/aggregate/candidate.h"
#include "host/aggregate/removal.h"

#include "contract/result.h"

#include <functional>

namespace Telemetry {

/// What was drawn and released, for good. Each change is made whole or not at all. Not thread-safe.
class AbstractReleaseStore
{
public:
    AbstractReleaseStore() = default;
    virtual ~AbstractReleaseStore();
    Q_DISABLE_COPY_MOVE(AbstractReleaseStore)

    /// All that are public or about to be, sorted by the ends of their periods. Errors: Damaged, Io, Invalid.
    [[nodiscard]] virtual Result<QList<Release>> releases() const = 0;
    enum class Which {
        Released,
        Drawn, ///< those and the candidates
    };
    /// The same in outline, without drawings and cells, for whoever needs to know the periods and what sums have
    /// reached. Errors: as releases().
    [[nodiscard]] virtual Result<QList<Release>> outlines(Which which) const = 0;
    /// One of what was drawn, whole. Errors: Damaged, Io, Invalid, NotFound.
    [[nodiscard]] virtual Result<Release> release(const Period &period) const = 0;
    /// What was published of one table in it, sorted by key; nothing of what isn't there. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<QList<ReleasedCell>> cells(const Period &period, const QString &table) const = 0;
    /// Calls `read`, and nobody changes what is stored until it has returned: what is read piece by piece is of one
    /// moment. Errors: Damaged, Io, and those of `read`.
    [[nodiscard]] virtual Result<Done> atOneMoment(const std::function<Result<Done>()> &read) const = 0;
    /// What waits for a person, sorted in the same way. Errors: Damaged, Io, Invalid.
    [[nodiscard]] virtual Result<QList<Candidate>> candidates() const = 0;
    /// Adds candidates, after dropping those that there were when they are drawn `again`, for this reason; and notes
    /// the day of the run. Errors: Damaged, Io, also when one of the periods is there already.
    [[nodiscard]] virtual Result<Done> addCandidates(const QList<Candidate> &candidates, QDate day,
                                                     const std::optional<QString> &again) = 0;
    /// Makes releases of all candidates. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<Done> releaseCandidates() = 0;
    /// The day of the last run that drew or had nothing to draw; none: there was none. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<QDate> lastRun() const = 0;

    /// In the order in which they were made. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<QList<Redraw>> redraws() const = 0;
    /// The same. Errors: Damaged, Io, Invalid.
    [[nodiscard]] virtual Result<QList<Removal>> removals() const = 0;
    /// Notes a removal, and replaces releases and candidates by these, which have lost what it takes out. Errors:
    /// Damaged, Io.
    [[nodiscard]] virtual Result<Done> remove(const Removal &removal, const QList<Release> &releases,
                                              const QList<Candidate> &candidates) = 0;
    /// Makes the file anew: no byte of what was removed is in it afterwards. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<Done> rebuild() = 0;
};

} // namespace Telemetry
