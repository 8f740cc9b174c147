#include "host/simulate/walk.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
constexpr qint64 quietMs = 2'000; ///< what takes longer shows its progress
} // namespace

Walk::Walk(const SimulateOptions &options, const Catalog &catalog, const DataDictionary &dictionary, Progress progress)
    : m_options(options)
    , m_progress(std::move(progress))
    , m_simulation(options.seed, options.people, catalog, dictionary, options.opened)
    , m_truth(dictionary)
{
    m_time.start();
}

std::optional<Batch> Walk::next()
{
    while (m_batches.isEmpty()) {
        if (m_at == m_order.size() && !nextWeek())
            return std::nullopt;
        const Week week = m_options.from.plusWeeks(m_week);
        Simulation::Sent sent = m_simulation.send(m_order[m_at++], week);
        m_truth.addPerson(week, sent.merged);
        m_reports += sent.merged.isEmpty() ? 0 : 1;
        m_batches = std::move(sent.batches);
        showProgress(week);
    }
    const Batch batch = m_batches.takeFirst();
    m_events += batch.events.size();
    return batch;
}

bool Walk::nextWeek()
{
    if (m_week + 1 == m_options.weeks)
        return false;
    ++m_week;
    const Week week = m_options.from.plusWeeks(m_week);
    m_truth.addWeek(week);
    m_order = m_simulation.orderIn(week);
    m_at = 0;
    return true;
}

void Walk::showProgress(Week week)
{
    if (m_time.elapsed() < m_shown + quietMs)
        return;
    m_shown = m_time.elapsed();
    m_progress(u"%1 (%2 of %3): %4 of %5 people, %6 events"_s.arg(
        week.toString(), QString::number(m_week + 1), QString::number(m_options.weeks), QString::number(m_at),
        QString::number(m_options.people), QString::number(m_events)));
}

} // namespace Telemetry
