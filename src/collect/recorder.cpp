#include "collect/recorder.h"

#include "collect/collectlog.h"
#include "contract/reporter.h"
#include "contract/workerlog.h"
#include "spool/abstractspool.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Q_LOGGING_CATEGORY(collectLog, "telemetry.collect", quietInWorker)

Recorder::Recorder(const Grant &grant, const DataDictionary &dictionary, const PublicStrings &publicStrings,
                   const Identity &identity, const QByteArray &machineDetails, AbstractSpool &spool)
    : m_grant(grant)
    , m_dictionary(dictionary)
    , m_publicStrings(publicStrings)
    , m_week(identity.week)
    , m_weekKey(weekKey(identity.secret, machineDetails))
    , m_spool(spool)
{
}

Result<Done> Recorder::record(QStringView topicName, const QJsonObject &value)
{
    const TopicDefinition *topic = m_dictionary.topic(topicName);
    if (!topic)
        return Error{Error::Code::Unsupported, u"the topic is not in the data dictionary"_s};
    if (topic->level > m_grant.level())
        return Error{Error::Code::Invalid, u"the topic \"%1\" is above the level that was granted"_s.arg(topic->topic)};
    if (const auto reason = topic->schema.validate(value))
        return Error{Error::Code::Invalid, *reason};
    if (!m_publicStrings.allows(*topic, value))
        return Error{Error::Code::Invalid, u"a value of the topic \"%1\" is not public"_s.arg(topic->topic)};

    auto spooled = m_spool.record({topic->topic, m_week, deriveReporter(m_weekKey, *topic, value), value});
    if (!spooled)
        qCWarning(collectLog, "%ls: not spooled: %ls", qUtf16Printable(topic->topic),
                  qUtf16Printable(spooled.error().detail));
    return spooled;
}

} // namespace Telemetry
