#include "plugins/telemetry/weeklyrecorder.h"

#include "collect/disk/identityfile.h"
#include "collect/disk/machinedetails.h"
#include "plugins/telemetry/spoolplace.h"
#include "sources/environmentsource.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

WeeklyRecorder::WeeklyRecorder(const Grant &grant, const Host &host, const QList<InstalledPlugin> &plugins,
                               const DataDictionary &dictionary, const PublicStrings &publicStrings, const Clock &clock,
                               AbstractSpool &spool)
    : m_grant(grant)
    , m_host(host)
    , m_plugins(plugins)
    , m_dictionary(dictionary)
    , m_publicStrings(publicStrings)
    , m_clock(clock)
    , m_spool(spool)
{
}

Result<Done> WeeklyRecorder::recordWeek()
{
    const Week now = Week::of(m_clock.now());
    if (m_recorder && m_madeIn == now)
        return Done{};
    m_recorder.reset();
    auto identity = IdentityFile(telemetryFolder(m_host)).current(now);
    if (!identity)
        return identity.error();
    m_recorder =
        std::make_unique<Recorder>(m_grant, m_dictionary, m_publicStrings, identity.value(), machineDetails(), m_spool);
    m_madeIn = now;
    return recordFacts(identity.value().isFirstReport());
}

Result<Done> WeeklyRecorder::recordFacts(bool firstReport)
{
    const TopicDefinition *environment = m_dictionary.topic(u"environment");
    const TopicDefinition *plugin = m_dictionary.topic(u"plugin");
    if (!environment || !plugin)
        return Error{Error::Code::Invalid, u"the data dictionary lacks a topic"_s};
    const HostFacts facts = HostFacts::ofThisComputer(m_host.napariVersion, m_host.pythonVersion);
    auto done = m_recorder->record(environment->topic, environmentValue(facts, firstReport, *environment));
    if (!done || plugin->level > m_grant.level())
        return done;
    for (const QJsonObject &value : pluginValues(m_plugins, m_publicStrings, *plugin)) {
        done = m_recorder->record(plugin->topic, value);
        if (!done && done.error().code != Error::Code::TooLarge) // what is over a limit is not kept, as everywhere
            return done;
    }
    return Done{};
}

} // namespace Telemetry
