#pragma once

#include "host/raw/abstractrawstore.h"

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
    std::chrono::milliseconds truncateInterval = std::chrono::minutes(Limits::rawTruncateMinutes);
    int rebuildTruncations = Limits::rawRebuildTruncations;
};

/// The only writer of the raw store: one thread that makes, uses and destroys it. What waits is committed together,
/// and only then each request is told, so that "accepted" means "on the disk" at the cost of one fsync a group. At the
/// start and at intervals it tidies the store.
class Ingest
{
public:
    /// Called on the writer's thread.
    using StoreFactory = std::function<Result<std::unique_ptr<AbstractRawStore>>()>;
    /// Told once, on the writer's thread, after the commit or its failure. Must not wait and must not call submit().
    using Completion = std::function<void(Result<StoreOutcome>)>;

    explicit Ingest(IngestOptions options = {});
    /// Stops.
    ~Ingest();
    Q_DISABLE_COPY_MOVE(Ingest)

    /// Opens the store on the writer's thread and waits for the result, which it hands on. Once only.
    [[nodiscard]] Result<Done> start(StoreFactory factory);
    /// Any thread. False when the queue is full or the writer stopped: then the completion is never called.
    [[nodiscard]] bool submit(StoreRequest request, Completion completion);
    /// Commits and completes what waits, then closes the store. Blocks; any thread but the writer's.
    void stop();

private:
    void run(const StoreFactory &factory);
    void work(AbstractRawStore &store);
    void commit(AbstractRawStore &store);
    void maintain(AbstractRawStore &store);

    const IngestOptions m_options;
    std::mutex m_mutex; ///< guards what follows, up to m_started
    std::condition_variable m_wake;
    QList<StoreRequest> m_requests;
    std::vector<Completion> m_completions; ///< of m_requests, index by index
    bool m_running = false;
    std::unique_ptr<Result<Done>> m_started;

    int m_truncations = 0; ///< writer's thread
    std::thread m_thread;
};

} // namespace Telemetry
