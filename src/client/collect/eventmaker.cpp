#include "client/collect/eventmaker.h"

#include "contract/reporter.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

EventMaker::EventMaker(const Grant &grant, const DataDictionary &dictionary, const PublicStrings &publicStrings,
                       const Identity &identity, const QByteArray &machineDetails)
    : m_grant(grant)
    , m_dictionary(dictionary)
    , m_publicStrings(publicStrings)
    , m_week(identity.week)
    , m_weekKey(weekKey(identity.secret, grant.sharedHome() ? QByteArray() : machineDetails))
{
}

Result<Event> EventMaker::make(QStringView topicName, const QJsonObject &value) const
{
    const TopicDefinition *topic = m_dictionary.topic(topicName);
    if (!topic)
        return Error{Error::Code::Unsupported, u"the topic is not in the data dictionary"_s};
    if (topic->level > m_grant.level())
        return Error{Error::Code::Invalid, u"the topic \"%1\" is above the level that was granted"_s.arg(topic->topic)};
    if (const auto reason = topic->schema.validate(value))
        return Error{Error::Code::Invalid, *reason};
    // A version of napari or Python is newer than our list may be: the collector's decides.
    if (topic->publicRule.kind != PublicRule::Kind::Version && !m_publicStrings.allows(*topic, value))
        return Error{Error::Code::Invalid, u"a value of the topic \"%1\" is not public"_s.arg(topic->topic)};
    return Event{topic->topic, topic->periodOf(m_week), deriveReporter(m_weekKey, *topic, value), value, {}, m_week};
}

} // namespace Telemetry
