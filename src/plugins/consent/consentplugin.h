#pragma once

#include "sources/pluginsource.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QMainWindow;

namespace Telemetry {

class ConsentController;
class Questioner;

/// The root object of the consent plugin, and all that Python sees of it. GUI thread. Made by QPluginLoader; deletes
/// itself when the application goes.
class ConsentPlugin : public QObject
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.napari.telemetry.ConsentPlugin/1")
public:
    ConsentPlugin();
    ~ConsentPlugin() override;

    /// Starts in this napari window, or adds one more. `hostJson` as Host has it. False when nothing was started; then
    /// the reason is in the log, and napari goes on without us.
    Q_INVOKABLE bool start(QObject *window, const QString &hostJson);
    /// The user disabled us in napari's plugin manager, or enabled us again.
    Q_INVOKABLE void setEnabled(bool enabled);
    /// The root object of the telemetry plugin, after telemetryWanted().
    Q_INVOKABLE void attachTelemetry(QObject *plugin);
    /// Loading it failed, with the reason.
    Q_INVOKABLE void telemetryFailed(const QString &reason);
    /// A JSON list of {"name", "version"}: the plugins that napari has; in answer to installedPluginsWanted().
    Q_INVOKABLE void setInstalledPlugins(const QString &json);

    /// For the command line: "status", "revoke" or "policy" (of this file, or of this system when empty). Works without
    /// start(); the answer is JSON, see ConsentCommands; an empty object for anything else.
    Q_INVOKABLE QString command(const QString &name, const QString &file, const QString &hostJson);

Q_SIGNALS:
    void telemetryWanted();
    /// The user wants to see what would be sent.
    void installedPluginsWanted();

private:
    void attachTo(QMainWindow *window);
    void attachToNewWindows();
    void offerErase();
    /// Opens the window with this computer's values above this one.
    void showSample(QWidget *parent);
    void install();

    ConsentController *m_controller = nullptr;
    Questioner *m_questioner = nullptr;
    std::optional<QList<InstalledPlugin>> m_installed; ///< only while showSample() runs
    QPointer<QMainWindow> m_window;                    ///< where questions are shown
};

} // namespace Telemetry
