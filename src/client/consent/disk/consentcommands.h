#pragma once

#include "client/consent/host.h"

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
    /// Every source of the decision, what it says, which decided, and what follows.
    [[nodiscard]] static QJsonObject status(const Host &host, const DataDictionary &dictionary);
    /// Writes a no for this environment; a napari that runs follows. "saved" tells whether it could be written.
    [[nodiscard]] static QJsonObject revoke(const Host &host, const DataDictionary &dictionary);
    /// What a policy file means, as napari would read it. "valid" tells whether it can be read.
    [[nodiscard]] static QJsonObject checkPolicy(const QString &path);
};

} // namespace Telemetry
