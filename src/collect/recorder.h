#pragma once

#include "collect/identity.h"
#include "consent/grant.h"
#include "contract/datadictionary.h"
#include "contract/publicstrings.h"
#include "contract/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringView>

namespace Telemetry {

class AbstractSpool;

/// Turns values into events and spools them: the one door between what is collected and what may be sent. Lives in the
/// worker thread. Dictionary, public strings and spool must outlive it.
class Recorder
{
public:
    /// Keeps the key of the week, not the secret that it derives from.
    Recorder(const Grant &grant, const DataDictionary &dictionary, const PublicStrings &publicStrings,
             const Identity &identity, const QByteArray &machineDetails, AbstractSpool &spool);

    /// Spools one fact of the identity's week. Errors: Unsupported (no such topic), Invalid (the topic is above the
    /// grant, the value does not fit the dictionary, a string is not public), and those of the spool. Nothing is kept
    /// then.
    [[nodiscard]] Result<Done> record(QStringView topicName, const QJsonObject &value);

    /// The week that events are recorded in. When the clock has left it, make a Recorder with the next identity.
    [[nodiscard]] Week week() const { return m_week; }

private:
    Grant m_grant;
    const DataDictionary &m_dictionary;
    const PublicStrings &m_publicStrings;
    Week m_week;
    QByteArray m_weekKey;
    AbstractSpool &m_spool;
};

} // namespace Telemetry
