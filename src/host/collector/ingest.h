#pragma once

#include "host/raw/abstractrawstore.h"

#include "contract/clock.h"
#include "contract/limits.h"

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
    qsizetype logRequests = Limits::rawLogRequests;
    std::chrono::milliseconds logAge = std::chrono::seconds(Limits::rawLogSeconds);
    std::chrono::milliseconds dayCheck = std::chrono::minutes(Limits::rawDayCheckMinutes);
};

/// What the raw database's log holds: requests in the order in which they came.
struct LogContent
{
    qsizetype requests = 0;
    std::chrono::milliseconds age{}; ///< of the first of them

    friend bool operator==(const LogContent &, const LogContent &) = default;
};

/// The only writer of the raw store: one thread that makes, uses and destroys it. What waits is committed together,
/// and only then each request is told, so that "accepted" means "on the disk" at the cost of one fsync a group. It
/// empties the store's log soon after. At the start and once a day, by the clock, it deletes what is too old, looks
/// whether the store is whole, and has it written anew.
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
    /// Any thread. False when the queue is full or the writer stopped: then the completion is never called.
    [[nodiscard]] bool submit(StoreRequest request, Completion completion);
    /// Any thread.
    [[nodiscard]] LogContent log() const;
    /// Commits and completes what waits, then closes the store. Blocks; any thread but the writer's.
    void stop();

private:
    using Moment = std::chrono::steady_clock::time_point;

    void run(const StoreFactory &factory);
    void work(AbstractRawStore &store);
    void commit(AbstractRawStore &store);
    void truncate(AbstractRawStore &store);
    void tidy(AbstractRawStore &store);
    void setLogged(qsizetype requests);

    const Clock &m_clock;
    const IngestOptions m_options;
    mutable std::mutex m_mutex; ///< guards what follows, up to m_loggedSince
    std::condition_variable m_wake;
    QList<StoreRequest> m_requests;
    std::vector<Completion> m_completions; ///< of m_requests, index by index
    bool m_running = false;
    std::unique_ptr<Result<Done>> m_started;
    qsizetype m_logged = 0; ///< requests in the log
    Moment m_loggedSince;

    // Writer's thread:
    Moment m_truncateAt = Moment::max(); ///< when there is something in the log
    bool m_truncateFailed = false;
    QDate m_day; ///< the last one that began well

    std::thread m_thread;
};

} // namespace Telemetry
