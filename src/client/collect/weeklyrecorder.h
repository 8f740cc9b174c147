#pragma once

#include "client/collect/recorder.h"
#include "client/sources/hostsource.h"
#include "client/sources/pluginsource.h"
#include "contract/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace Telemetry {

/// Records what napari tells, each fact in the week that the clock shows: when a week begins, it takes the next
/// identity and records environment and plugins; what is recorded once a month is kept once by the spool. Worker
/// thread. What it is given by reference must outlive it. Errors: those of the identity and of the spool.
class WeeklyRecorder
{
public:
    /// Gives the identity of the week that the clock shows.
    using IdentitySource = std::function<Result<Identity>(Week now)>;

    /// `machineDetails` as in weekKey().
    WeeklyRecorder(const Grant &grant, IdentitySource identity, const QByteArray &machineDetails,
                   const HostFacts &facts, const QList<InstalledPlugin> &plugins, const DataDictionary &dictionary,
                   const PublicStrings &publicStrings, const Clock &clock, AbstractSpool &spool);

    /// Records environment and plugins, unless that was done in this week.
    [[nodiscard]] Result<Done> recordWeek();
    /// What makes the events of the week, once recordWeek() has succeeded; else null.
    [[nodiscard]] const EventMaker *maker() const { return m_recorder ? &m_recorder->maker() : nullptr; }
    /// The week that the clock showed then.
    [[nodiscard]] std::optional<Week> clockWeek() const { return m_madeIn; }

private:
    [[nodiscard]] QList<QJsonObject> inDrawnOrder(const TopicDefinition &topic, const QList<QJsonObject> &values) const;
    [[nodiscard]] Result<Done> recordFacts();

    Grant m_grant;
    IdentitySource m_identity;
    QByteArray m_machineDetails;
    HostFacts m_facts;
    QList<InstalledPlugin> m_plugins;
    const DataDictionary &m_dictionary;
    const PublicStrings &m_publicStrings;
    const Clock &m_clock;
    AbstractSpool &m_spool;
    std::unique_ptr<Recorder> m_recorder; ///< for its week; made anew when the week changes
    std::optional<Week> m_madeIn;         ///< the clock's week; the identity's may differ
};

} // namespace Telemetry
