#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Telemetry {

class ConsentController;
class ConsentDialog;

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
    /// The root object of the telemetry plugin, after telemetryWanted().
    Q_INVOKABLE void attachTelemetry(QObject *plugin);
    /// Loading it failed, with the reason.
    Q_INVOKABLE void telemetryFailed(const QString &reason);

Q_SIGNALS:
    void telemetryWanted();

private:
    void attachTo(QMainWindow *window);
    void attachToNewWindows();
    void ask(QMainWindow *window);
    void install();

    ConsentController *m_controller = nullptr;
    QPointer<QMainWindow> m_window; ///< where questions are shown
};

} // namespace Telemetry
