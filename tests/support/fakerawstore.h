#pragma once

#include "host/raw/abstractrawstore.h"
#include "support/semaphore.h"

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
    TestSupport::Semaphore truncated;
    TestSupport::Semaphore checked;
    TestSupport::Semaphore deletedOld;
    QList<QDateTime> deletedAt; ///< by `mutex`
    TestSupport::Semaphore rebuilt;

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
        for (const Telemetry::StoreRequest &request : requests)
            outcomes.append({request.put.size(), 0});
        return outcomes;
    }
    Telemetry::Result<Telemetry::Done> check() override
    {
        m_state.checked.release();
        if (m_state.damaged)
            return Telemetry::Error{Telemetry::Error::Code::Damaged, QStringLiteral("damaged")};
        return Telemetry::Done{};
    }
    Telemetry::Result<qint64> deleteOld(const QDateTime &now) override
    {
        const std::lock_guard lock(m_state.mutex);
        m_state.deletedAt.append(now);
        m_state.deletedOld.release();
        return 0;
    }
    Telemetry::Result<Telemetry::Done> truncateLog() override
    {
        m_state.truncated.release();
        if (m_state.isRead)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("somebody reads")};
        return Telemetry::Done{};
    }
    Telemetry::Result<Telemetry::Done> rebuild() override
    {
        m_state.rebuilt.release();
        return Telemetry::Done{};
    }

private:
    FakeRawStoreState &m_state;
};
