#pragma once

#include "client/consent/host.h"
#include "client/package/installplan.h"

#include <QObject>

namespace Telemetry {

/// Asks Python and the disk what this environment is like: before something is installed or uninstalled, anew each
/// time. GUI thread.
class EnvironmentLook : public QObject
{
    Q_OBJECT
public:
    explicit EnvironmentLook(const Host &host, QObject *parent = nullptr);

    [[nodiscard]] InstallFacts look();
    /// Answers wanted(): JSON with "prefix", "bundled", "pip" and "queue". False when it can't be read; then there is
    /// neither pip nor a queue.
    bool take(const QString &json);

Q_SIGNALS:
    /// Python answers with take() before this returns.
    void wanted();

private:
    const QString m_python;
    const QString m_siteFolder;
    InstallFacts m_facts;
};

} // namespace Telemetry
