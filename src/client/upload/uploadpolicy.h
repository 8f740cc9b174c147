#pragma once

#include "client/spool/abstractspool.h"
#include "client/upload/sendingstate.h"
#include "contract/datadictionary.h"
#include "contract/week.h"

#include <QDateTime>
#include <QList>

#include <optional>

/// The rules of when events are sent of their own accord. Pure; the moments are UTC.
namespace Telemetry::UploadPolicy {

/// What the session has to do with it.
struct Session
{
    QDateTime started; ///< when telemetry began in this process
    QDateTime agreed;  ///< when the answer was given
};

/// What waits at one level.
struct Waiting
{
    QDateTime ripeFrom;    ///< when the first of it may be sent
    QDateTime overdueFrom; ///< when the first of it is overdue
};

/// Two numbers of [0, 1), drawn anew for each attempt.
struct Draw
{
    double spread = 0;
    double backOff = 0;
};

/// When an event may be sent: at once, or, if it counts something, when its week has ended.
[[nodiscard]] QDateTime ripeFrom(const TopicDefinition &topic, Week week);
/// Of the pending events of one level; nothing when there are none. Those of unknown topics don't count.
[[nodiscard]] std::optional<Waiting> waitingOf(const QList<SpooledEvent> &pending, const DataDictionary &dictionary);
/// How many of them may be sent at this moment. Those of unknown topics don't count.
[[nodiscard]] int ripeCount(const QList<SpooledEvent> &pending, const DataDictionary &dictionary, const QDateTime &now);
/// The moment of the next attempt at this level.
[[nodiscard]] QDateTime nextAttempt(const Session &session, const Waiting &waiting, const SendingState &state,
                                    const Draw &draw);

/// The state after an attempt at `now` that the collector answered, well or not.
[[nodiscard]] SendingState afterAnswer(const QDateTime &now);
/// The state after one that is to be tried again later. `retryAfter` is the header of the answer, or empty.
[[nodiscard]] SendingState afterFailure(const SendingState &before, const QDateTime &now, const QByteArray &retryAfter,
                                        const Draw &draw);
/// A state that a wrong clock has written must not hold anything for years: nothing in it is then in the future,
/// further than the rules allow.
[[nodiscard]] SendingState withoutFuture(const SendingState &state, const QDateTime &now);
/// Whether attempts have failed for Limits::unreachableDays.
[[nodiscard]] bool isUnreachable(const SendingState &state);

/// Reads a Retry-After header: seconds, or a date of HTTP. Seconds from `now`, between 0 and
/// Limits::retryAfterMaximumSeconds; 0 when it can't be read.
[[nodiscard]] qint64 retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace Telemetry::UploadPolicy
