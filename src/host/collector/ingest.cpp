#include "host/collector/ingest.h"

#include "contract/period.h"
#include "host/raw/rawage.h"

#include <QLoggingCategory>

#include <algorithm>
#include <iterator>

Q_LOGGING_CATEGORY(collectorIngest, "telemetry.collector", QtInfoMsg)

namespace Telemetry {

namespace {

/// The period that began first; nothing when there is none that can be read.
QString firstOf(const QStringList &periods)
{
    std::optional<Period> first;
    for (const QString &text : periods) {
        const auto period = Period::fromString(text);
        if (period && (!first || period->firstWeek() < first->firstWeek()))
            first = period;
    }
    return first ? first->toString() : QString();
}

} // namespace

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
    beginTidying(store); // it was looked at when it was opened
    Moment nextCheck = steady_clock::now() + m_options.dayCheck;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            const Moment next = std::min({nextCheck, m_truncateAt, m_tidying ? m_nextStep : Moment::max()});
            if (next > steady_clock::now())
                m_wake.wait_until(lock, next, [this] { return !m_running || !m_requests.isEmpty(); });
            if (!m_running && m_requests.isEmpty())
                break;
        }
        if (commit(store))
            m_nextStep = std::max(m_nextStep, m_lastStep + m_options.stepPause);
        if (steady_clock::now() >= m_truncateAt)
            truncate(store);
        if (m_tidying && steady_clock::now() >= m_nextStep)
            tidyOn(store);
        if (steady_clock::now() >= nextCheck) {
            lookAtDay(store);
            nextCheck = steady_clock::now() + m_options.dayCheck;
        }
    }
    truncate(store); // SQLite would empty the log itself, and leave copies of erased rows
}

std::pair<QList<StoreRequest>, std::vector<Ingest::Completion>> Ingest::takeGroup()
{
    const std::lock_guard lock(m_mutex);
    qsizetype size = 0;
    for (qsizetype events = 0; size < std::min(m_requests.size(), m_options.groupRequests); ++size) {
        events += m_requests.at(size).size();
        if (size > 0 && events > m_options.groupEvents)
            break;
    }
    QList<StoreRequest> group = m_requests.mid(0, size);
    m_requests.remove(0, size);
    const auto end = m_completions.begin() + size;
    std::vector<Completion> completions(std::make_move_iterator(m_completions.begin()), std::make_move_iterator(end));
    m_completions.erase(m_completions.begin(), end);
    return {std::move(group), std::move(completions)};
}

bool Ingest::commit(AbstractRawStore &store)
{
    auto [group, completions] = takeGroup();
    if (group.isEmpty())
        return false;
    const qsizetype size = std::count_if(group.cbegin(), group.cend(), [](const auto &one) { return one.size() > 0; });
    const qsizetype logged = m_state.logRequests; // written by this thread only
    if (logged > 0 && logged + size > m_options.logRequests)
        truncate(store);
    const auto began = std::chrono::steady_clock::now();
    const auto outcomes = store.commit(group);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    if (outcomes) {
        setLogged(m_state.logRequests + size);
        if (m_truncateAt == Moment::max()) // also when it holds nothing of anybody: it would grow
            m_truncateAt = std::chrono::steady_clock::now() + m_options.logAge;
        const std::lock_guard lock(m_mutex);
        ++m_state.commits;
        m_state.committing += took;
        m_state.slowest = std::max(m_state.slowest, took);
    } else {
        qCCritical(collectorIngest, "%lld requests were not stored: %ls", qlonglong(group.size()),
                   qUtf16Printable(outcomes.error().detail));
    }
    note(store);
    for (std::size_t i = 0; i < completions.size(); ++i) {
        if (outcomes)
            completions[i](outcomes.value().at(static_cast<qsizetype>(i)));
        else
            completions[i](outcomes.error());
    }
    return true;
}

void Ingest::truncate(AbstractRawStore &store)
{
    const auto done = store.truncateLog();
    if (done)
        setLogged(0);
    m_truncateAt = done ? Moment::max() : std::chrono::steady_clock::now() + m_options.logAge;
    if (!done && !m_truncateFailed) // once, and not every few seconds for as long as somebody reads
        qCWarning(collectorIngest, "the raw database's log was not emptied: %ls", qUtf16Printable(done.error().detail));
    m_truncateFailed = !done;
    note(store);
}

void Ingest::lookAtDay(AbstractRawStore &store)
{
    if (m_tidying)
        return;
    if (m_clock.now().toUTC().date() == m_day) {
        const auto stored = m_options.published ? store.periods() : QStringList();
        if (!stored || publishedOf(stored.value()).isEmpty())
            return;
    }
    if (m_state.damaged) {
        if (const auto whole = store.check(); !whole) {
            qCCritical(collectorIngest, "nothing is stored any more: %ls", qUtf16Printable(whole.error().detail));
            return;
        }
        const std::lock_guard lock(m_mutex);
        m_state.damaged = false;
    }
    beginTidying(store);
}

void Ingest::beginTidying(AbstractRawStore &store)
{
    const auto periods = store.periods();
    const auto tidiedOn = periods ? store.tidiedOn() : Result<QDate>(periods.error());
    if (!tidiedOn)
        return failedToTidy(tidiedOn.error());
    const QDateTime now = m_clock.now();
    const OldPeriods old = oldPeriods(periods.value(), tidiedOn.value(), now, m_clockDoubted);
    if (!old.sure && !old.periods.isEmpty())
        qCWarning(collectorIngest,
                  "by this computer's clock (%ls) raw events are too old to keep, but the clock may be wrong: they are "
                  "deleted tomorrow",
                  qUtf16Printable(now.toString(Qt::ISODate)));
    m_old = old.sure ? old.periods : QStringList();
    for (const QString &period : publishedOf(periods.value())) {
        if (!m_old.contains(period))
            m_old.append(period);
    }
    m_deleted = 0;
    m_tidying = true;
    m_nextStep = m_lastStep;
}

QStringList Ingest::publishedOf(const QStringList &stored) const
{
    return m_options.published ? m_options.published(stored) : QStringList();
}

void Ingest::failedToTidy(const Error &error)
{
    m_tidying = false; // and m_day stays: it is tried again at the next look
    qCCritical(collectorIngest, "the raw database was not tidied: %ls", qUtf16Printable(error.detail));
    const std::lock_guard lock(m_mutex);
    m_state.damaged = m_state.damaged || error.code == Error::Code::Damaged;
}

void Ingest::tidyOn(AbstractRawStore &store)
{
    const QDate today = m_clock.now().toUTC().date();
    const auto step = store.tidyStep(m_old, today);
    if (!step)
        return failedToTidy(step.error());
    m_lastStep = std::chrono::steady_clock::now();
    m_nextStep = m_lastStep;
    m_deleted += step.value().deleted;
    truncate(store); // else the log would grow as large as the file
    if (!step.value().last)
        return;
    m_tidying = false;
    m_day = today;
    if (m_deleted > 0)
        qCInfo(collectorIngest, "%lld raw events were too old, or are published, and are deleted",
               qlonglong(m_deleted));
    if (const auto periods = store.periods()) {
        const std::lock_guard lock(m_mutex);
        m_state.oldest = firstOf(periods.value());
    }
}

void Ingest::setLogged(qsizetype requests)
{
    const std::lock_guard lock(m_mutex);
    if (m_state.logRequests == 0 && requests > 0)
        m_loggedSince = std::chrono::steady_clock::now();
    m_state.logRequests = requests;
}

void Ingest::note(const AbstractRawStore &store)
{
    const RawSizes bytes = store.sizes();
    const std::lock_guard lock(m_mutex);
    m_state.bytes = bytes;
}

IngestState Ingest::state() const
{
    const std::lock_guard lock(m_mutex);
    IngestState state = m_state;
    state.waiting = m_requests.size();
    if (state.logRequests > 0)
        state.logAge =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_loggedSince);
    return state;
}

} // namespace Telemetry
