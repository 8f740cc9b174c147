#pragma once

#include "contract/event.h"
#include "contract/result.h"

#include <QDateTime>
#include <QList>

namespace Telemetry {

/// What one request changes.
struct StoreRequest
{
    struct Erasure
    {
        QString topic;
        Period period;
        Reporter reporter;
    };
    QList<Event> put; ///< each valid for its topic
    QList<Erasure> erase;
};

/// What became of one StoreRequest.
struct StoreOutcome
{
    qsizetype stored = 0;  ///< events that are in the store now, new or merged
    qsizetype ignored = 0; ///< events whose reporter is there with another topic or period; the row stays as it was

    friend bool operator==(const StoreOutcome &, const StoreOutcome &) = default;
};

/// Where raw events live until they are aggregated. Used by one thread only, the one that made it.
///
/// A store that is found to be damaged (Damaged), by any of these calls, refuses everything from then on, until check()
/// finds it whole; one that was taken away refuses everything for as long as it is (Io).
class AbstractRawStore
{
public:
    AbstractRawStore() = default;
    virtual ~AbstractRawStore();
    Q_DISABLE_COPY_MOVE(AbstractRawStore)

    /// Carries out all requests, in their order, in one transaction: when it returns they are on the disk, or (Io)
    /// nothing is changed. An event with a reporter that is there already is merged with it as the dictionary says.
    /// The outcomes are in the order of the requests.
    [[nodiscard]] virtual Result<QList<StoreOutcome>> commit(const QList<StoreRequest> &requests) = 0;

    /// Reads all of it. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<Done> check() = 0;
    /// Deletes the events of all periods whose first Monday is Limits::rawDays or more ago, and says how many there
    /// were. In no file of the store any more after rebuild() and truncateLog(). Errors: Io.
    [[nodiscard]] virtual Result<qint64> deleteOld(const QDateTime &now) = 0;
    /// Empties the log, which holds the events in the order of their arrival. A small store (Limits::rawRebuildBytes)
    /// is rebuilt first. Errors: Io (somebody reads; try later).
    [[nodiscard]] virtual Result<Done> truncateLog() = 0;
    /// Writes the whole file anew in key order, so that the place of a row says nothing about its arrival. Errors: Io.
    [[nodiscard]] virtual Result<Done> rebuild() = 0;
};

} // namespace Telemetry
