#include "client/collect/recorder.h"

#include "client/collect/collectlog.h"
#include "client/spool/abstractspool.h"
#include "contract/workerlog.h"

namespace Telemetry {

Q_LOGGING_CATEGORY(collectLog, "telemetry.collect", quietInWorker)

Recorder::Recorder(const Grant &grant, const DataDictionary &dictionary, const PublicStrings &publicStrings,
                   const Identity &identity, const QByteArray &machineDetails, AbstractSpool &spool)
    : m_maker(grant, dictionary, publicStrings, identity, machineDetails)
    , m_spool(spool)
{
}

Result<Done> Recorder::record(QStringView topicName, const QJsonObject &value)
{
    const auto event = m_maker.make(topicName, value);
    if (!event)
        return event.error();
    auto spooled = m_spool.record(event.value());
    if (!spooled)
        qCWarning(collectLog, "%ls: not spooled: %ls", qUtf16Printable(event.value().topic),
                  qUtf16Printable(spooled.error().detail));
    return spooled;
}

} // namespace Telemetry
