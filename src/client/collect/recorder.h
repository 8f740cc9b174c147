#pragma once

#include "client/collect/eventmaker.h"

namespace Telemetry {

class AbstractSpool;

/// Makes events and spools them. Lives in the worker thread. The spool must outlive it.
class Recorder
{
public:
    /// As the maker that it holds.
    Recorder(const Grant &grant, const DataDictionary &dictionary, const PublicStrings &publicStrings,
             const Identity &identity, const QByteArray &machineDetails, AbstractSpool &spool);

    /// Spools one fact of the identity's week. Errors: those of the maker and of the spool. Nothing is kept then.
    [[nodiscard]] Result<Done> record(QStringView topicName, const QJsonObject &value);

    /// The week that events are recorded in. When the clock has left it, make a Recorder with the next identity.
    [[nodiscard]] Week week() const { return m_maker.week(); }
    [[nodiscard]] const EventMaker &maker() const { return m_maker; }

private:
    EventMaker m_maker;
    AbstractSpool &m_spool;
};

} // namespace Telemetry
