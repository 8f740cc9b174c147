#pragma once

#include "collect/recorder.h"
#include "collect/usecounter.h"
#include "contract/clock.h"
#include "plugins/host.h"
#include "sources/layersource.h"
#include "sources/pluginsource.h"

#include <functional>
#include <memory>
#include <optional>

namespace Telemetry {

/// Records what napari tells, each fact in the week that the clock shows: when a week begins, it takes the next
/// identity and records environment and plugins. Worker thread. What it is given by reference must outlive it. Errors:
/// Io and Unsupported of identity and spool.
class WeeklyRecorder
{
public:
    WeeklyRecorder(const Grant &grant, const Host &host, const QList<InstalledPlugin> &plugins,
                   const DataDictionary &dictionary, const PublicStrings &publicStrings, const Clock &clock,
                   AbstractSpool &spool);

    /// Records environment and plugins, unless that was done in this week. All that follows does this first.
    [[nodiscard]] Result<Done> recordWeek();
    /// One more use of a command, or of a kind of layer; whether that was recorded. It is at the level full only, when
    /// it changes a count class.
    [[nodiscard]] Result<bool> countCommand(const QString &command);
    [[nodiscard]] Result<bool> countLayer(const LayerFacts &facts);
    /// The counts of this week begin anew.
    void forgetCounts() { m_counter.clear(); }

private:
    [[nodiscard]] Result<Done> recordFacts(bool firstReport);
    [[nodiscard]] Result<bool> count(const QString &topic, const QString &thing,
                                     const std::function<QJsonObject(const TopicDefinition &, const QString &)> &value);

    Grant m_grant;
    Host m_host;
    QList<InstalledPlugin> m_plugins;
    const DataDictionary &m_dictionary;
    const PublicStrings &m_publicStrings;
    const Clock &m_clock;
    AbstractSpool &m_spool;
    std::unique_ptr<Recorder> m_recorder; ///< for its week; made anew when the week changes
    std::optional<Week> m_madeIn;         ///< the clock's week; the identity's may differ
    UseCounter m_counter;
};

} // namespace Telemetry
