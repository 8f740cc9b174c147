#include "client/collect/weeklyrecorder.h"

#include <QMultiMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

WeeklyRecorder::WeeklyRecorder(const Grant &grant, IdentitySource identity, const QByteArray &machineDetails,
                               const HostFacts &facts, const QList<InstalledPlugin> &plugins,
                               const DataDictionary &dictionary, const PublicStrings &publicStrings, const Clock &clock,
                               AbstractSpool &spool)
    : m_grant(grant)
    , m_identity(std::move(identity))
    , m_machineDetails(machineDetails)
    , m_facts(facts)
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
    auto identity = m_identity(now);
    if (!identity)
        return identity.error();
    m_recorder =
        std::make_unique<Recorder>(m_grant, m_dictionary, m_publicStrings, identity.value(), m_machineDetails, m_spool);
    m_madeIn = now;
    return recordFacts();
}

/// When there are more than the cap, which ones are kept is drawn: by their pseudonyms, which nobody chooses.
QList<QJsonObject> WeeklyRecorder::inDrawnOrder(const TopicDefinition &topic, const QList<QJsonObject> &values) const
{
    QMultiMap<QByteArray, QJsonObject> drawn;
    for (const QJsonObject &value : values) {
        const auto event = m_recorder->maker().make(topic.topic, value);
        drawn.insert(event ? event.value().reporter.bytes() : QByteArray(), value);
    }
    return drawn.values();
}

Result<Done> WeeklyRecorder::recordFacts()
{
    for (const TopicDefinition &topic : m_dictionary.topics()) {
        if (topic.isUse || topic.level > m_grant.level())
            continue;
        QList<QJsonObject> values;
        if (const auto value = hostValue(m_facts, m_publicStrings, topic))
            values.append(*value);
        else if (topic.publicRule.kind == PublicRule::Kind::Plugin)
            values = inDrawnOrder(topic, pluginValues(m_plugins, m_publicStrings, topic));
        for (const QJsonObject &value : std::as_const(values)) {
            const auto done = m_recorder->record(topic.topic, value);
            if (!done && done.error().code != Error::Code::TooLarge) // what is over a limit is not kept, as everywhere
                return done;
        }
    }
    return Done{};
}

} // namespace Telemetry
