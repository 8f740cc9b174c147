#pragma once

#include "client/consent/host.h"
#include "client/consent/policy.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

namespace Telemetry {

class DataDictionary;

/// What the command line offers: looking, and saying no. There is no command that grants. Needs neither a window nor
/// napari running. What is answered is JSON; its texts are translated. Any thread.
class ConsentCommands
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::ConsentCommands)
public:
    /// The dictionary must outlive it.
    ConsentCommands(const Host &host, const DataDictionary &dictionary);

    /// Every source of the decision, what it says, which decided, and what follows; and what only a napari that runs
    /// can know.
    [[nodiscard]] QJsonObject status(const PythonFacts &python) const;
    /// Writes a no for this environment; a napari that runs follows. "saved" tells whether it could be written,
    /// "events" whether something may be pending, which the other package has to delete.
    [[nodiscard]] QJsonObject revoke() const;
    /// What is said when that could not be done; with the reason in words.
    [[nodiscard]] static QJsonObject notDeleted(const QString &reason);
    /// What a policy file means, as napari would read it. "valid" tells whether it can be read.
    [[nodiscard]] static QJsonObject checkPolicy(const QString &path);

private:
    [[nodiscard]] static QString meaning(const AdministratorPolicy &policy);

    const Host m_host;
    const DataDictionary &m_dictionary;
};

} // namespace Telemetry
