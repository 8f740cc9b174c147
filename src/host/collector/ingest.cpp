#include "host/collector/ingest.h"

#include <QLoggingCategory>

#include <algorithm>
#include <iterator>

Q_LOGGING_CATEGORY(collectorIngest, "telemetry.collector", QtInfoMsg)

namespace Telemetry {

Ingest::Ingest(const Clock &clock, IngestOptions options)
    : m_clock(clock)
    , m_options(options)
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
    using std::chrono::steady_clock;
    tidy(store); // it was looked at when it was opened
    Moment nextCheck = steady_clock::now() + m_options.dayCheck;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(lock, std::min(nextCheck, m_truncateAt),
                              [this] { return !m_running || !m_requests.isEmpty(); });
            if (!m_running && m_requests.isEmpty())
                return;
        }
        commit(store);
        if (steady_clock::now() >= m_truncateAt)
            truncate(store);
        if (steady_clock::now() >= nextCheck) {
            if (m_clock.now().date() != m_day) {
                if (const auto whole = store.check(); !whole)
                    qCCritical(collectorIngest, "nothing is stored any more: %ls",
                               qUtf16Printable(whole.error().detail));
                else
                    tidy(store);
            }
            nextCheck = steady_clock::now() + m_options.dayCheck;
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
    const qsizetype logged = log().requests;
    if (logged > 0 && logged + group.size() > m_options.logRequests)
        truncate(store);
    const auto outcomes = store.commit(group);
    if (outcomes)
        setLogged(log().requests + group.size());
    else
        qCCritical(collectorIngest, "%lld requests were not stored: %ls", qlonglong(group.size()),
                   qUtf16Printable(outcomes.error().detail));
    for (std::size_t i = 0; i < completions.size(); ++i) {
        if (outcomes)
            completions[i](outcomes.value().at(static_cast<qsizetype>(i)));
        else
            completions[i](outcomes.error());
    }
}

void Ingest::truncate(AbstractRawStore &store)
{
    const auto done = store.truncateLog();
    if (done)
        setLogged(0);
    else
        m_truncateAt = std::chrono::steady_clock::now() + m_options.logAge;
    if (!done && !m_truncateFailed) // once, and not every few seconds for as long as somebody reads
        qCWarning(collectorIngest, "the raw database's log was not emptied: %ls", qUtf16Printable(done.error().detail));
    m_truncateFailed = !done;
}

void Ingest::tidy(AbstractRawStore &store)
{
    const QDateTime now = m_clock.now();
    const auto deleted = store.deleteOld(now);
    if (deleted && deleted.value() > 0)
        qCInfo(collectorIngest, "%lld raw events were too old and are deleted", qlonglong(deleted.value()));
    const Result<Done> done = deleted ? store.rebuild() : Result<Done>(deleted.error());
    if (done)
        m_day = now.date();
    else
        qCCritical(collectorIngest, "the raw database was not tidied: %ls", qUtf16Printable(done.error().detail));
    truncate(store); // after the rebuild, which fills the log once more
}

void Ingest::setLogged(qsizetype requests)
{
    const std::lock_guard lock(m_mutex);
    if (m_logged == 0 && requests > 0) {
        m_loggedSince = std::chrono::steady_clock::now();
        m_truncateAt = m_loggedSince + m_options.logAge;
    } else if (requests == 0) {
        m_truncateAt = Moment::max();
    }
    m_logged = requests;
}

LogContent Ingest::log() const
{
    const std::lock_guard lock(m_mutex);
    if (m_logged == 0)
        return {};
    const auto age = std::chrono::steady_clock::now() - m_loggedSince;
    return {m_logged, std::chrono::duration_cast<std::chrono::milliseconds>(age)};
}

} // namespace Telemetry
