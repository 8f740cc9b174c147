#pragma once

#include "contract/event.h"
#include "contract/level.h"
#include "contract/result.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace Telemetry {

/// What one request changes.
struct StoreRequest
{
    struct Erasure
    {
        Level level; ///< of the event's topic
        Period period;
        Reporter reporter;
    };
    QList<Event> put; ///< each valid for its topic
    QList<Erasure> erase;

    [[nodiscard]] qsizetype size() const { return put.size() + erase.size(); }
};

/// What became of one StoreRequest.
struct StoreOutcome
{
    qsizetype stored = 0;        ///< events that are in the store now, new or merged
    QList<qsizetype> added = {}; ///< places in `put` of those of them whose reporter was not there
    /// Places in `put` of the events whose reporter is there with another topic or period; the row stays as it was.
    QList<qsizetype> elsewhere = {};

    friend bool operator==(const StoreOutcome &, const StoreOutcome &) = default;
};

/// Bytes on the disk.
struct RawSizes
{
    qint64 file = 0;
    qint64 log = 0;

    friend bool operator==(const RawSizes &, const RawSizes &) = default;
};

/// One step through all that is stored.
struct TidyStep
{
    qint64 deleted = 0;
    bool last = false; ///< the next one begins anew

    friend bool operator==(const TidyStep &, const TidyStep &) = default;
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
    /// To erase what is not there takes as long, and writes as much, as to erase what is; and what changes nothing is
    /// written as well, so that it shows whether the store works. The outcomes are in the order of the requests.
    [[nodiscard]] virtual Result<QList<StoreOutcome>> commit(const QList<StoreRequest> &requests) = 0;

    /// The periods, as they are stored, of all events. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<QStringList> periods() = 0;
    /// The next step of going through everything: deletes the events of these periods, and writes the others anew in
    /// the order of their keys, so that the place of a row says nothing about its arrival. It reads every row, so
    /// damage is found. A step is short (Limits::rawStepRows), and events may be committed between two. The last one
    /// notes the day. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<TidyStep> tidyStep(const QStringList &old, QDate today) = 0;
    /// The day that was noted last; none when there was none. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<QDate> tidiedOn() = 0;
    /// Empties the log, which holds the events in the order of their arrival. What was deleted or erased before is in
    /// no file of the store after it. Errors: Io (somebody reads; try later).
    [[nodiscard]] virtual Result<Done> truncateLog() = 0;
    /// Reads all of it. Errors: Damaged, Io.
    [[nodiscard]] virtual Result<Done> check() = 0;
    /// Nothing of what can't be read.
    [[nodiscard]] virtual RawSizes sizes() const = 0;
};

} // namespace Telemetry
