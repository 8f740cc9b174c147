#pragma once

#include "plugins/telemetryinterface.h"
#include "sources/pluginsource.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QThread;

namespace Telemetry {

class DataDictionary;
class PreviewWindow;
class TelemetryWorker;

/// The root object of the telemetry plugin. GUI thread; owns the worker thread. Made by QPluginLoader; deletes itself
/// when the application goes.
class TelemetryPlugin : public QObject, public TelemetryInterface
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.napari.telemetry.TelemetryPlugin/1")
    Q_INTERFACES(Telemetry::TelemetryInterface)
public:
    TelemetryPlugin();
    ~TelemetryPlugin() override;

    /// A JSON list of {"name", "version"}: the plugins that napari has. Before start().
    Q_INVOKABLE void setInstalledPlugins(const QString &json);
    /// The root object of the upload plugin, in answer to uploadWanted().
    Q_INVOKABLE void attachUpload(QObject *plugin);
    /// Loading it failed, with the reason.
    Q_INVOKABLE void uploadFailed(const QString &reason);

    /// One use of a command, by its id. Returns at once; ignored below the level full.
    Q_INVOKABLE void countCommand(const QString &command);
    /// One layer that was added, as LayerFacts has it. Returns at once; ignored below the level full.
    Q_INVOKABLE void countLayer(const QString &layerType, const QString &arrayModule, const QString &dtype, int ndim,
                                double elements);

    [[nodiscard]] QString release() const override;
    void start(const Grant &grant, const Host &host, const Endpoints &endpoints) override;
    void withdraw() override;
    void showPreview(QWidget *window) override;

Q_SIGNALS:
    void uploadWanted();
    /// Whether Python should watch commands and layers from now on: true at the level full only.
    void watchingWanted(bool wanted);

private:
    void startThread();
    void send();

    QList<InstalledPlugin> m_plugins;
    Endpoints m_endpoints;
    std::unique_ptr<const DataDictionary> m_dictionary; ///< the preview's; loaded when it is first opened
    QThread *m_thread = nullptr;
    TelemetryWorker *m_worker = nullptr; ///< lives in m_thread, goes with it
    QPointer<PreviewWindow> m_preview;
    QString m_problem; ///< the last one, for a preview that is opened later
    bool m_uploadAttached = false;
};

} // namespace Telemetry
