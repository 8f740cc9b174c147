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
    m_counter.clear();
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
        if (!done)
            return done;
    }
    return done;
}

Result<bool> WeeklyRecorder::count(const QString &topicName, const QString &thing,
                                   const std::function<QJsonObject(const TopicDefinition &, const QString &)> &value)
{
    const TopicDefinition *topic = m_dictionary.topic(topicName);
    if (!topic || topic->level > m_grant.level())
        return false;
    if (const auto ready = recordWeek(); !ready)
        return ready.error();
    const auto reached = m_counter.add(topicName + u'\n' + thing);
    if (!reached)
        return false;
    const auto done = m_recorder->record(topicName, value(*topic, *reached));
    // What is not public is dropped in silence, on purpose: it is the rule, not a fault. So is what is over the cap.
    if (!done && done.error().code == Error::Code::Io)
        return done.error();
    return done.ok();
}

Result<bool> WeeklyRecorder::countCommand(const QString &command)
{
    return count(u"command"_s, command, [&](const TopicDefinition &, const QString &reached) {
        return QJsonObject{{u"command"_s, command}, {u"count_class"_s, reached}};
    });
}

Result<bool> WeeklyRecorder::countLayer(const LayerFacts &facts)
{
    const QString cell = u"%1\n%2\n%3\n%4\n%5"_s.arg(facts.layerType, facts.arrayModule, facts.dtype)
                             .arg(facts.ndim)
                             .arg(facts.elements);
    return count(u"layer-data"_s, cell, [&](const TopicDefinition &topic, const QString &reached) {
        return layerValue(facts, reached, topic);
    });
}

} // namespace Telemetry
