#include "host/collector/ingest.h"

#include <QLoggingCategory>

#include <algorithm>
#include <iterator>

Q_LOGGING_CATEGORY(collectorIngest, "telemetry.collector", QtInfoMsg)

namespace Telemetry {

Ingest::Ingest(IngestOptions options)
    : m_options(options)
{
}

Ingest::~Ingest()
{
    stop();
}

Result<Done> Ingest::start(StoreFactory factory)
{
    m_thread = std::thread([this, factory = std::move(factory)] { run(factory); });
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_started != nullptr; });
    return *m_started;
}

bool Ingest::submit(StoreRequest request, Completion completion)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_running || m_requests.size() >= m_options.queueRequests)
            return false;
        m_requests.append(std::move(request));
        m_completions.push_back(std::move(completion));
    }
    m_wake.notify_all();
    return true;
}

void Ingest::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_running = false;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Ingest::run(const StoreFactory &factory)
{
    auto opened = factory();
    {
        const std::lock_guard lock(m_mutex);
        m_running = opened.ok();
        m_started = std::make_unique<Result<Done>>(opened ? Result<Done>(Done{}) : Result<Done>(opened.error()));
    }
    m_wake.notify_all();
    if (opened) {
        const std::unique_ptr<AbstractRawStore> store = std::move(opened).value();
        work(*store);
    }
}

void Ingest::work(AbstractRawStore &store)
{
    // A rebuild is also due at the start: a service that restarts every night would never reach the daily one.
    m_truncations = m_options.rebuildTruncations - 1;
    maintain(store);
    auto nextTruncation = std::chrono::steady_clock::now() + m_options.truncateInterval;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(lock, nextTruncation, [this] { return !m_running || !m_requests.isEmpty(); });
            if (!m_running && m_requests.isEmpty())
                return;
        }
        commit(store);
        if (std::chrono::steady_clock::now() >= nextTruncation) {
            maintain(store);
            nextTruncation = std::chrono::steady_clock::now() + m_options.truncateInterval;
        }
    }
}

void Ingest::commit(AbstractRawStore &store)
{
    QList<StoreRequest> group;
    std::vector<Completion> completions;
    {
        const std::lock_guard lock(m_mutex);
        const qsizetype size = std::min(m_requests.size(), m_options.groupRequests);
        group = m_requests.mid(0, size);
        m_requests.remove(0, size);
        const auto end = m_completions.begin() + size;
        completions.assign(std::make_move_iterator(m_completions.begin()), std::make_move_iterator(end));
        m_completions.erase(m_completions.begin(), end);
    }
    if (group.isEmpty())
        return;
    const auto outcomes = store.commit(group);
    if (!outcomes)
        qCCritical(collectorIngest, "%lld requests were not stored: %ls", qlonglong(group.size()),
                   qUtf16Printable(outcomes.error().detail));
    for (std::size_t i = 0; i < completions.size(); ++i) {
        if (outcomes)
            completions[i](outcomes.value().at(static_cast<qsizetype>(i)));
        else
            completions[i](outcomes.error());
    }
}

void Ingest::maintain(AbstractRawStore &store)
{
    const bool rebuild = ++m_truncations % m_options.rebuildTruncations == 0;
    Result<Done> done = rebuild ? store.rebuild() : Result<Done>(Done{});
    if (done)
        done = store.truncateLog(); // after the rebuild, which fills the log once more
    if (!done)
        qCWarning(collectorIngest, "the raw database was not tidied: %ls", qUtf16Printable(done.error().detail));
}

} // namespace Telemetry
