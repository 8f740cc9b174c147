#pragma once

#include "consent/consentgate.h"
#include "consent/disk/consentfile.h"
#include "consent/policy.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"
#include "plugins/host.h"
#include "plugins/telemetryinterface.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Telemetry {

/// Knows what is allowed and what runs, and brings the two together. GUI thread. Windows ask it and listen to
/// changed().
class ConsentController : public QObject
{
    Q_OBJECT
public:
    ConsentController(const Host &host, DataDictionary dictionary, QObject *parent = nullptr);

    [[nodiscard]] const DataDictionary &dictionary() const { return m_dictionary; }
    [[nodiscard]] const Endpoints &endpoints() const { return m_endpoints; }
    [[nodiscard]] const Host &host() const { return m_host; }
    /// What is allowed, and so shown. None as long as the package that would do it is missing.
    [[nodiscard]] EffectiveLevel shown() const;
    /// What the user should know beside it; may be empty.
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] bool isRunning() const { return m_telemetry != nullptr && m_running; }

    /// Brings what runs into agreement with what is allowed, at start. Does not install anything.
    void begin();
    /// The user answered, or chose another level.
    void choose(Level level);
    /// Ends with packageReady() or packageFailed().
    void packageReady();
    void packageFailed(const QString &reason);
    /// `plugin` is the root object of the telemetry plugin.
    void attach(QObject *plugin);
    void showPreview(QWidget *window);

Q_SIGNALS:
    void changed();
    /// The package is not there, and the user has just said yes.
    void installationWanted();
    /// The package is there: Python should load it and call attach().
    void telemetryWanted();

private:
    void evaluate();
    void apply(bool mayInstall);
    [[nodiscard]] bool packageIsInstalled() const;

    Host m_host;
    DataDictionary m_dictionary;
    Endpoints m_endpoints;
    QString m_endpointProblem; ///< not empty: nothing may be sent
    ConsentFile m_file;
    EffectiveLevel m_effective;
    QString m_note;
    QPointer<QObject> m_plugin; ///< guards m_telemetry
    TelemetryInterface *m_telemetry = nullptr;
    bool m_running = false;
    bool m_missing = false; ///< allowed, but the package is not installed
};

} // namespace Telemetry
