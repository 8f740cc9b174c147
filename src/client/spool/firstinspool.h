#pragma once

#include "client/spool/abstractseen.h"
#include "client/spool/abstractspool.h"
#include "contract/datadictionary.h"

namespace Telemetry {

/// A spool whose events name for which period they are the user's first, where their topic asks for it. What they name
/// is decided by Seen, again and again until they are sent: another environment may have been counted meanwhile.
///
/// Events of one topic that wait together are numbered as they will be sent: the oldest is the first of the longest
/// period. One that expires unsent so hands it on to the next. An event whose answer never comes counts as seen.
/// Everything else is the inner spool's. Worker thread.
class FirstInSpool final : public AbstractSpool
{
public:
    /// What it is given must outlive it. `environment`: the key that stands for this one, see ClientFiles.
    FirstInSpool(AbstractSpool &inner, const DataDictionary &dictionary, AbstractSeen &seen, QString environment);

    [[nodiscard]] Result<Done> record(const Event &event) override;
    /// Makes all that waits name what it has to name by now.
    [[nodiscard]] Result<Done> refresh();
    [[nodiscard]] Result<QList<SpooledEvent>> events() const override { return m_inner.events(); }
    [[nodiscard]] Result<QList<SpooledEvent>> pending(Level level) const override { return m_inner.pending(level); }
    [[nodiscard]] Result<SpoolStatus> status() const override { return m_inner.status(); }
    /// Leaves out an event that names another period than it should by now. It is right the next time.
    [[nodiscard]] Result<QList<SpooledEvent>> beginSending(const QList<SpooledEvent> &batch) override;
    [[nodiscard]] Result<Done> undoSending(const QList<SpooledEvent> &batch) override;
    [[nodiscard]] Result<Done> markSent(const QList<SpooledEvent> &sent) override;
    [[nodiscard]] Result<Done> markRefused(const SpooledEvent &refused, const QString &reason) override;
    [[nodiscard]] Result<Done> purgeAbove(Level level) override { return m_inner.purgeAbove(level); }
    [[nodiscard]] Result<Done> expire(const QDateTime &now) override;

private:
    [[nodiscard]] std::optional<FirstIn> longestOf(const Event &event) const;
    [[nodiscard]] Result<bool> isPending(const Event &event) const;
    /// The events that wait and name a period, each with the one that it should name, oldest first.
    [[nodiscard]] Result<QList<Event>> waiting(const Seen &seen, const QString &computer) const;
    [[nodiscard]] Result<Done> giveBack(const QList<SpooledEvent> &events);
    /// Of events that do not wait any more.
    [[nodiscard]] Result<Done> forgetRecorded(const QList<SpooledEvent> &events);

    AbstractSpool &m_inner;
    const DataDictionary &m_dictionary;
    AbstractSeen &m_seen;
    QString m_environment;
};

} // namespace Telemetry
