#pragma once

#include "contract/event.h"
#include "contract/level.h"
#include "contract/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>

namespace Telemetry {

/// An event as it lies in the spool.
struct SpooledEvent
{
    enum class State {
        Pending, ///< not sent yet
        Sent,    ///< the collector has it; kept as the receipt
        Refused, ///< the collector does not want it; not sent again
    };
    Event event;
    Level level = Level::Full;
    QByteArray bytes; ///< what is sent, exactly
    State state = State::Pending;
    QString reason; ///< why it was refused; empty otherwise
    /// What the collector has of this event, or may have: the bytes that were sent last. Empty when none were.
    QByteArray receipt = {};
    QDate sentOn = {};            ///< the day (UTC) of the receipt; null when there is none, or nobody knows
    bool receiptAccepted = false; ///< the collector said that it has the receipt; else no answer came
};

/// "pending", "sent" or "refused": in the file, and in what is exported of it.
[[nodiscard]] QString stateName(SpooledEvent::State state);

/// What lies in a spool, in numbers.
struct SpoolStatus
{
    int pending = 0;
    int receipts = 0;       ///< events that the collector has, or may have; one that changed since is pending, too
    int dropped = 0;        ///< events that were deleted unsent because the spool was full
    bool repaired = false;  ///< the file was damaged when it was opened: what could be read is in a new one
    bool onNetwork = false; ///< the file is on a network file system, where SQLite is slower

    friend bool operator==(const SpoolStatus &, const SpoolStatus &) = default;
};

/// Where events wait until they are sent. One thread at a time (the worker thread); it may do file input and output.
class AbstractSpool
{
public:
    AbstractSpool() = default;
    virtual ~AbstractSpool();
    Q_DISABLE_COPY_MOVE(AbstractSpool)

    /// Keeps the event. One that has the same reporter is merged with it as the dictionary says; if that changes its
    /// bytes it is pending again, else it stays as it was (what was sent is not sent twice). One that was erased is not
    /// kept again, in silence; nor is a month's event when the fact has one of another week of that month. Refuses
    /// events above the granted level, of unknown topics, over the topic's cap in that period (Error::Code::TooLarge).
    [[nodiscard]] virtual Result<Done> record(const Event &event) = 0;

    /// All events, by level, topic, period and bytes. Of what was erased there is nothing to show.
    [[nodiscard]] virtual Result<QList<SpooledEvent>> events() const = 0;
    [[nodiscard]] virtual Result<QList<SpooledEvent>> pending(Level level) const = 0;
    [[nodiscard]] virtual Result<SpoolStatus> status() const = 0;

    /// To be called before these pending events are sent: from now on each has a receipt, because the collector may
    /// have it even if its answer never comes. Returns those that may be sent; the others were changed, deleted, sent
    /// or erased meanwhile.
    [[nodiscard]] virtual Result<QList<SpooledEvent>> beginSending(const QList<SpooledEvent> &batch) = 0;
    /// These surely did not leave the computer: their receipts are again as they were before.
    [[nodiscard]] virtual Result<Done> undoSending(const QList<SpooledEvent> &batch) = 0;
    /// The collector took these: nothing of them is pending any more. One whose bytes have changed since stays pending.
    [[nodiscard]] virtual Result<Done> markSent(const QList<SpooledEvent> &sent) = 0;
    /// The collector refused this one; with its reason. As above when the bytes have changed.
    [[nodiscard]] virtual Result<Done> markRefused(const SpooledEvent &refused, const QString &reason) = 0;

    /// Deletes what is pending or refused above the level. Receipts stay, so that what was sent can still be erased.
    [[nodiscard]] virtual Result<Done> purgeAbove(Level level) = 0;
    /// Deletes pending events of closed periods, and receipts and marks of erased events of periods that began more
    /// than Limits::rawDays ago.
    [[nodiscard]] virtual Result<Done> expire(const QDateTime &now) = 0;
};

} // namespace Telemetry
