#pragma once

#include "client/upload/abstractsendingstore.h"
#include "client/upload/abstractuploader.h"
#include "client/upload/uploadplan.h"
#include "client/upload/uploadpolicy.h"
#include "contract/clock.h"
#include "contract/datadictionary.h"

#include <QList>
#include <QMap>
#include <QRandomGenerator>

#include <optional>

namespace Telemetry {

/// Decides when which level is sent of its own accord, by the rules of UploadPolicy, and remembers how it went. One for
/// each process, as long as it lives; it starts no timer and sends nothing. Worker thread. Errors: those of the store.
class UploadScheduler
{
public:
    /// What waits to be sent, for each granted level.
    using Pending = QMap<Level, QList<SpooledEvent>>;

    /// Clock and dictionary must outlive it.
    UploadScheduler(const Clock &clock, const DataDictionary &dictionary,
                    const QRandomGenerator &random = QRandomGenerator::securelySeeded());

    /// The answer that counts, in UTC. An invalid moment, or one in the future, counts as now.
    void setAgreed(const QDateTime &agreed);
    /// When each level is due. What a wrong clock wrote into the store is put right there.
    [[nodiscard]] Result<UploadPlan> plan(const Pending &pending, AbstractSendingStore &store);
    /// The granted levels without those whose collector has asked to wait: what the user may send now.
    [[nodiscard]] Result<QList<Level>> sendableNow(Level granted, const AbstractSendingStore &store) const;
    /// These levels are about to be sent: an attempt, even if the process is killed before it ends.
    [[nodiscard]] Result<Done> noteBegin(const QList<Level> &levels, AbstractSendingStore &store);
    /// What became of it.
    [[nodiscard]] Result<Done> note(const UploadReport &report, AbstractSendingStore &store);

private:
    [[nodiscard]] const UploadPolicy::Draw &drawFor(Level level);
    void followClock(const QDateTime &now);

    const Clock &m_clock;
    const DataDictionary &m_dictionary;
    QRandomGenerator m_random;
    UploadPolicy::Session m_session;
    QMap<Level, UploadPolicy::Draw> m_draws; ///< until the next attempt of the level
};

} // namespace Telemetry
