#pragma once

#include "host/raw/abstractrawstore.h"

#include "contract/clock.h"
#include "contract/limits.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Telemetry {

/// The limits of the writer; tests shorten them.
struct IngestOptions
{
    qsizetype queueRequests = Limits::ingestQueueRequests;
    qsizetype groupRequests = Limits::ingestGroupRequests;
    qsizetype groupEvents = Limits::ingestGroupEvents;
    qsizetype logRequests = Limits::rawLogRequests;
    std::chrono::milliseconds logAge = std::chrono::seconds(Limits::rawLogSeconds);
    std::chrono::milliseconds stepPause{Limits::rawStepPauseMs};
    std::chrono::milliseconds dayCheck = std::chrono::minutes(Limits::rawDayCheckMinutes);
    /// Those of the stored periods whose numbers are published: their events are deleted. Called on the writer's
    /// thread.
    std::function<QStringList(const QStringList &stored)> published;
};

/// What the writer does and has, for the operator.
struct IngestState
{
    qsizetype waiting = 0; ///< requests
    /// Requests in the raw database's log, in the order in which they came, and the age of the first of them.
    qsizetype logRequests = 0;
    std::chrono::milliseconds logAge{};
    RawSizes bytes;
    QString oldest; ///< the period that began first, of those that are stored
    qint64 commits = 0;
    std::chrono::microseconds committing{}; ///< the time of all commits together
    std::chrono::microseconds slowest{};    ///< of them
    bool damaged = false;                   ///< the store is, and refuses everything
};

/// The only writer of the raw store: one thread that makes, uses and destroys it. What waits is committed together,
/// and only then each request is told, so that "accepted" means "on the disk" at the cost of one fsync a group. It
/// empties the store's log soon after, and at its end. At the start and once a day, by the clock, it goes through the
/// store in steps, between which it commits, and pauses while requests come: deletes what is too old, and has the rest
/// written anew. It does so as well as soon as it hears that numbers are published, whose events then go.
///
/// What is too old by a clock that can't be sure is told, and deleted on the next day: see oldPeriods().
class Ingest
{
public:
    /// Called on the writer's thread.
    using StoreFactory = std::function<Result<std::unique_ptr<AbstractRawStore>>()>;
    /// Told once, on the writer's thread, after the commit or its failure. Must not wait and must not call submit().
    using Completion = std::function<void(Result<StoreOutcome>)>;

    /// The clock must outlive it.
    explicit Ingest(const Clock &clock, IngestOptions options = {});
    /// Stops.
    ~Ingest();
    Q_DISABLE_COPY_MOVE(Ingest)

    /// Opens the store on the writer's thread and waits for the result, which it hands on. Once only.
    [[nodiscard]] Result<Done> start(StoreFactory factory);
    /// Any thread. False when the queue is full or the writer stopped: then the completion is never called. A request
    /// for nothing is committed like any other, and so shows whether that works.
    [[nodiscard]] bool submit(StoreRequest request, Completion completion);
    /// Whether others say that the clock is wrong. Any thread.
    void doubtClock(bool doubted) { m_clockDoubted = doubted; }
    /// Any thread.
    [[nodiscard]] IngestState state() const;
    /// Commits and completes what waits, then closes the store. Blocks; any thread but the writer's.
    void stop();

private:
    using Moment = std::chrono::steady_clock::time_point;

    void run(const StoreFactory &factory);
    void work(AbstractRawStore &store);
    /// Whether there was something to commit.
    bool commit(AbstractRawStore &store);
    void truncate(AbstractRawStore &store);
    void lookAtDay(AbstractRawStore &store);
    [[nodiscard]] QStringList publishedOf(const QStringList &stored) const;
    void beginTidying(AbstractRawStore &store);
    void tidyOn(AbstractRawStore &store);
    void failedToTidy(const Error &error);
    [[nodiscard]] std::pair<QList<StoreRequest>, std::vector<Completion>> takeGroup();
    void setLogged(qsizetype requests);
    void note(const AbstractRawStore &store);

    const Clock &m_clock;
    const IngestOptions m_options;
    std::atomic<bool> m_clockDoubted = false;
    mutable std::mutex m_mutex; ///< guards what follows, up to m_loggedSince
    std::condition_variable m_wake;
    QList<StoreRequest> m_requests;
    std::vector<Completion> m_completions; ///< of m_requests, index by index
    bool m_running = false;
    std::unique_ptr<Result<Done>> m_started;
    IngestState m_state; ///< without what is computed when it is asked for
    Moment m_loggedSince;

    // Writer's thread:
    Moment m_truncateAt = Moment::max(); ///< when there is something in the log
    bool m_truncateFailed = false;
    bool m_tidying = false;
    Moment m_lastStep; ///< of it
    Moment m_nextStep;
    QStringList m_old; ///< the periods whose events the tidying deletes
    qint64 m_deleted = 0;
    QDate m_day; ///< the last one that began well

    std::thread m_thread;
};

} // namespace Telemetry
