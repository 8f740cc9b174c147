#include "client/upload/uploadscheduler.h"

#include <algorithm>

namespace Telemetry {

UploadScheduler::UploadScheduler(const Clock &clock, const DataDictionary &dictionary, const QRandomGenerator &random)
    : m_clock(clock)
    , m_dictionary(dictionary)
    , m_random(random)
{
    const QDateTime now = m_clock.now();
    m_session = {now, now};
}

void UploadScheduler::setAgreed(const QDateTime &agreed)
{
    const QDateTime now = m_clock.now();
    m_session.agreed = agreed.isValid() ? std::min(agreed, now) : now;
}

const UploadPolicy::Draw &UploadScheduler::drawFor(Level level)
{
    auto drawn = m_draws.find(level);
    if (drawn == m_draws.end())
        drawn = m_draws.insert(level, {m_random.generateDouble(), m_random.generateDouble()});
    return *drawn;
}

/// A clock that was put back must not make this session wait for years.
void UploadScheduler::followClock(const QDateTime &now)
{
    m_session.started = std::min(m_session.started, now);
    m_session.agreed = std::min(m_session.agreed, now);
}

Result<UploadPlan> UploadScheduler::plan(const Pending &pending, AbstractSendingStore &store)
{
    const QDateTime now = m_clock.now();
    followClock(now);
    const auto kept = store.read();
    if (!kept)
        return kept.error();
    SendingStates states = kept.value();
    UploadPlan plan;
    for (SendingState &state : states)
        state = UploadPolicy::withoutFuture(state, now);
    if (states != kept.value()) {
        if (auto written = store.write(states); !written)
            return written.error();
    }
    for (auto level = pending.begin(); level != pending.end(); ++level) {
        const auto waiting = UploadPolicy::waitingOf(level.value(), m_dictionary);
        if (!waiting)
            continue;
        const SendingState state = states.value(level.key());
        plan.waiting += UploadPolicy::ripeCount(level.value(), m_dictionary, now);
        plan.unreachable = plan.unreachable || UploadPolicy::isUnreachable(state);
        plan.levels.append({level.key(), UploadPolicy::nextAttempt(m_session, *waiting, state, drawFor(level.key())),
                            state.attempted, state.failures});
    }
    return plan;
}

Result<QList<Level>> UploadScheduler::sendableNow(Level granted, const AbstractSendingStore &store) const
{
    const auto kept = store.read();
    if (!kept)
        return kept.error();
    const QDateTime now = m_clock.now();
    QList<Level> levels;
    for (const Level level : sendingLevels()) {
        const QDateTime wait = UploadPolicy::withoutFuture(kept.value().value(level), now).askedToWait;
        if (level <= granted && (!wait.isValid() || wait <= now))
            levels.append(level);
    }
    return levels;
}

Result<Done> UploadScheduler::noteBegin(const QList<Level> &levels, AbstractSendingStore &store)
{
    const auto kept = store.read();
    if (!kept)
        return kept.error();
    SendingStates states = kept.value();
    for (const Level level : levels)
        states[level].attempted = m_clock.now();
    return store.write(states);
}

Result<Done> UploadScheduler::note(const UploadReport &report, AbstractSendingStore &store)
{
    using Kind = UploadOutcome::Kind;
    const QDateTime now = m_clock.now();
    const auto kept = store.read();
    if (!kept)
        return kept.error();
    SendingStates states = kept.value();
    for (const UploadOutcome &outcome : report.outcomes) {
        SendingState &state = states[outcome.level];
        // One that was cancelled may have reached the collector: it counts as an attempt, but says nothing of the host.
        if (outcome.kind == Kind::RetryLater)
            state = UploadPolicy::afterFailure(state, now, outcome.retryAfter, drawFor(outcome.level));
        else if (outcome.kind == Kind::Cancelled)
            state.attempted = now;
        else
            state = UploadPolicy::afterAnswer(now);
        m_draws.remove(outcome.level);
    }
    return states == kept.value() ? Result<Done>(Done{}) : store.write(states);
}

} // namespace Telemetry
