#pragma once

#include "client/spool/abstractheldtopics.h"
#include "client/spool/abstractspool.h"
#include "contract/clock.h"
#include "contract/datadictionary.h"

namespace Telemetry {

/// A spool that keeps to departureOf(): what is held is neither recorded nor sent, and what still grows is recorded but
/// not sent. Everything else is the inner spool's. When nobody can tell what is held, nothing is recorded or sent.
/// Worker thread.
class SendableSpool final : public AbstractSpool
{
public:
    /// What it is given must outlive it.
    SendableSpool(AbstractSpool &inner, const DataDictionary &dictionary, const AbstractHeldTopics &heldTopics,
                  const Clock &clock);

    [[nodiscard]] Result<Done> record(const Event &event) override;
    [[nodiscard]] Result<QList<SpooledEvent>> events() const override { return m_inner.events(); }
    [[nodiscard]] Result<QList<SpooledEvent>> pending(Level level) const override;
    [[nodiscard]] Result<SpoolStatus> status() const override { return m_inner.status(); }
    [[nodiscard]] Result<QList<SpooledEvent>> beginSending(const QList<SpooledEvent> &batch) override;
    [[nodiscard]] Result<Done> undoSending(const QList<SpooledEvent> &batch) override
    {
        return m_inner.undoSending(batch);
    }
    [[nodiscard]] Result<Done> markSent(const QList<SpooledEvent> &sent) override { return m_inner.markSent(sent); }
    [[nodiscard]] Result<Done> markRefused(const SpooledEvent &refused, const QString &reason) override
    {
        return m_inner.markRefused(refused, reason);
    }
    [[nodiscard]] Result<Done> purgeAbove(Level level) override { return m_inner.purgeAbove(level); }
    [[nodiscard]] Result<Done> expire(const QDateTime &now) override { return m_inner.expire(now); }

private:
    [[nodiscard]] Result<QList<SpooledEvent>> leavingNow(QList<SpooledEvent> events) const;

    AbstractSpool &m_inner;
    const DataDictionary &m_dictionary;
    const AbstractHeldTopics &m_heldTopics;
    const Clock &m_clock;
};

} // namespace Telemetry
