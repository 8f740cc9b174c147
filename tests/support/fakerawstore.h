#pragma once

#include "host/raw/abstractrawstore.h"
#include "support/semaphore.h"

#include <QSet>

#include <atomic>
#include <mutex>

/// What a FakeRawStore saw and shall do. Outlives the store, which dies on the writer's thread.
struct FakeRawStoreState
{
    std::mutex mutex;
    QList<QList<Telemetry::StoreRequest>> groups; ///< one per successful commit
    std::atomic<bool> fails = false;
    std::atomic<bool> blocks = false; ///< commit() waits for `proceed`
    TestSupport::Semaphore entered;
    TestSupport::Semaphore proceed;
    std::atomic<bool> isRead = false;  ///< somebody reads: the log can't be emptied
    std::atomic<bool> damaged = false; ///< check() says so
    QSet<QByteArray> elsewhere;        ///< reporters that are there with another topic or period; by `mutex`
    TestSupport::Semaphore truncated;
    TestSupport::Semaphore checked;
    QStringList periods;           ///< by `mutex`
    QDate tidiedOn;                ///< by `mutex`
    QList<QStringList> deleted;    ///< what each tidying should delete; by `mutex`
    std::atomic<int> steps = 1;    ///< of a tidying
    TestSupport::Semaphore tidied; ///< a step of it

    QList<QList<Telemetry::StoreRequest>> committed()
    {
        const std::lock_guard lock(mutex);
        return groups;
    }
};

class FakeRawStore final : public Telemetry::AbstractRawStore
{
public:
    explicit FakeRawStore(FakeRawStoreState &state)
        : m_state(state)
    {
    }
    static Telemetry::Result<std::unique_ptr<Telemetry::AbstractRawStore>> make(FakeRawStoreState &state)
    {
        return std::unique_ptr<Telemetry::AbstractRawStore>(std::make_unique<FakeRawStore>(state));
    }

    Telemetry::Result<QList<Telemetry::StoreOutcome>> commit(const QList<Telemetry::StoreRequest> &requests) override
    {
        m_state.entered.release();
        if (m_state.blocks)
            m_state.proceed.acquire();
        if (m_state.fails)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("disk full")};
        const std::lock_guard lock(m_state.mutex);
        m_state.groups.append(requests);
        QList<Telemetry::StoreOutcome> outcomes;
        for (const Telemetry::StoreRequest &request : requests) {
            Telemetry::StoreOutcome outcome;
            for (qsizetype place = 0; place < request.put.size(); ++place) {
                const bool elsewhere = m_state.elsewhere.contains(request.put.at(place).reporter.bytes());
                (elsewhere ? outcome.elsewhere : outcome.added).append(place);
            }
            outcome.stored = outcome.added.size();
            outcomes.append(outcome);
        }
        return outcomes;
    }
    Telemetry::Result<Telemetry::Done> check() override
    {
        m_state.checked.release();
        if (m_state.damaged)
            return Telemetry::Error{Telemetry::Error::Code::Damaged, QStringLiteral("damaged")};
        return Telemetry::Done{};
    }
    Telemetry::Result<QStringList> periods() override
    {
        const std::lock_guard lock(m_state.mutex);
        return m_state.periods;
    }
    Telemetry::Result<QDate> tidiedOn() override
    {
        const std::lock_guard lock(m_state.mutex);
        return m_state.tidiedOn;
    }
    Telemetry::Result<Telemetry::TidyStep> tidyStep(const QStringList &old, QDate today) override
    {
        m_state.tidied.release();
        if (m_state.damaged)
            return Telemetry::Error{Telemetry::Error::Code::Damaged, QStringLiteral("damaged")};
        if (++m_step < m_state.steps)
            return Telemetry::TidyStep{0, false};
        m_step = 0;
        const std::lock_guard lock(m_state.mutex);
        m_state.deleted.append(old);
        m_state.tidiedOn = today;
        return Telemetry::TidyStep{old.size(), true};
    }
    Telemetry::RawSizes sizes() const override { return {4096, 32}; }
    Telemetry::Result<Telemetry::Done> truncateLog() override
    {
        m_state.truncated.release();
        if (m_state.isRead)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("somebody reads")};
        return Telemetry::Done{};
    }

private:
    FakeRawStoreState &m_state;
    int m_step = 0;
};
