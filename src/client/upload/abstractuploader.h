#pragma once

#include "contract/level.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace Telemetry {

/// What became of one level's events when they were sent.
struct UploadOutcome
{
    enum class Kind {
        Accepted,   ///< 202: taken, but for the refused ones
        RetryLater, ///< not reached, or not now; everything stays pending
        Rejected,   ///< the collector does not want this batch; set aside
        Cancelled,
    };
    Level level = Level::None;
    Kind kind = Kind::Cancelled;
    int sent = 0;
    int refused = 0;
    QString detail;             ///< for people: the reason when it is not Accepted
    QByteArray retryAfter = {}; ///< the collector's Retry-After, as it came; empty: none, or it is not RetryLater
};

/// The whole of one sending, level by level. Levels without pending events do not appear.
struct UploadReport
{
    QList<UploadOutcome> outcomes;
};

/// What is to be sent.
struct UploadOrder
{
    QList<Level> levels; ///< those that are granted among them
    QDateTime ripeAt;    ///< what may only be sent after this moment stays; invalid: nothing stays
};

/// Sends what is pending. Lives in the worker thread; never blocks it. Made by the upload plugin.
class AbstractUploader
{
public:
    AbstractUploader() = default;
    virtual ~AbstractUploader();
    Q_DISABLE_COPY_MOVE(AbstractUploader)

    /// What is told, from now on, how many events were answered whenever a batch was.
    virtual void setProgress(std::function<void(int answered)> answered) = 0;
    /// Sends what is pending, lower levels first, at most one request at a time; a level that fails does not hold back
    /// another. `finished` is called once, from the worker thread's event loop. While one sending is under way
    /// another call does nothing and returns false.
    virtual bool sendPending(const UploadOrder &order, std::function<void(const UploadReport &)> finished) = 0;
    /// Stops the sending: the request in flight is aborted, `finished` is called with what was done.
    virtual void cancel() = 0;
};

} // namespace Telemetry
