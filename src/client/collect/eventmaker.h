#pragma once

#include "client/collect/identity.h"
#include "client/consent/grant.h"
#include "contract/datadictionary.h"
#include "contract/event.h"
#include "contract/publicstrings.h"
#include "contract/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringView>

namespace Telemetry {

/// Turns values into events of one week: the one door between what is collected and what is kept. Immutable, without
/// effects: any thread, and copies of it are cheap.
class EventMaker
{
public:
    /// Keeps the key of the week, not the secret that it derives from. `machineDetails` are left out of it when the
    /// grant says that people have one home folder on many computers: the secret is the home folder's, so its owner
    /// counts once. (The user's id goes with them. It may differ between the computers, and another user can't read the
    /// secret.)
    EventMaker(const Grant &grant, const DataDictionary &dictionary, const PublicStrings &publicStrings,
               const Identity &identity, const QByteArray &machineDetails);

    /// One fact of the identity's week. Errors: Unsupported (no such topic), Invalid (the topic is above the grant, the
    /// value does not fit the dictionary, a string is not public).
    [[nodiscard]] Result<Event> make(QStringView topicName, const QJsonObject &value) const;

    [[nodiscard]] Week week() const { return m_week; }
    [[nodiscard]] const DataDictionary &dictionary() const { return m_dictionary; }

private:
    Grant m_grant;
    DataDictionary m_dictionary;
    PublicStrings m_publicStrings;
    Week m_week;
    QByteArray m_weekKey;
};

} // namespace Telemetry
