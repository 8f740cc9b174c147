#pragma once

#include "client/consent/activity.h"
#include "client/plugins/telemetry/clientplace.h"
#include "client/plugins/telemetry/napariwindows.h"
#include "client/plugins/telemetry/previewholder.h"
#include "client/plugins/telemetry/uploadqueue.h"
#include "client/plugins/telemetryinterface.h"
#include "client/sources/pluginsource.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace Telemetry {

class PreviewDesk;
class TelemetryWorker;
class UseRecorder;
struct EraseReport;

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

    /// The plugins that napari has, as installedPluginsFromJson() reads them. Before start().
    Q_INVOKABLE void setInstalledPlugins(const QString &json);
    /// The root object of the upload plugin, in answer to uploadWanted().
    Q_INVOKABLE void attachUpload(QObject *plugin) { m_upload.attach(plugin); }
    /// Loading it failed, with the reason.
    Q_INVOKABLE void uploadFailed(const QString &reason) { m_upload.fail(reason); }

    /// The number of a command, or of a kind of layer as LayerFacts has it, for the function below. The same thing has
    /// the same number as long as the process lives; -1: it is not counted.
    Q_INVOKABLE int commandNumber(const QString &command);
    Q_INVOKABLE int layerNumber(const QString &layerType, const QString &arrayModule, const QString &dtype, int ndim,
                                double elements);
    /// The address of a C function, `int use(int number)`: one more use of a thing, by any thread. It returns 1 when
    /// the use survives the end of the process from now on, 0 when it waits for that in memory, -1 when it is not kept.
    /// (A call through Qt would take several times as long as the use.)
    Q_INVOKABLE qulonglong useFunction() const;

    /// For the command line, without start() and without a grant: "preview", "receipts", "export" (into `file`),
    /// "purge", "forget" as TelemetryCommands answers; or "erase", the person's deliberate act, which ends later with
    /// commandFinished() and answers an empty text. `hostJson` as Host has it.
    Q_INVOKABLE QString command(const QString &name, const QString &file, const QString &hostJson);

    [[nodiscard]] QString release() const override;
    void setRecheck(std::function<void()> recheck) override;
    void setPlace(const Host &host, const Endpoints &endpoints) override;
    void start(const Grant &grant) override;
    void pause() override;
    void withdraw() override;
    void showPreview(QWidget *window) override;
    void showStatus(const ConsentStatus &status) override;
    void deletePending() override;
    void eraseSent(EraseGrant grant) override { orderErasing({std::move(grant)}); }
    void resumeErasing(EraseGrant grant) override { orderErasing({std::move(grant), {}, true}); }
    void forgetReceipts() override;
    void requestIdentifiers() override;

Q_SIGNALS:
    /// See TelemetryInterface.
    void activityChanged(const QString &json);
    void identifiersReady(const QString &text);
    /// The upload plugin is needed, for a sending or an erasing: Python answers with attachUpload() or uploadFailed().
    void uploadWanted();
    /// How an erasing from the command line ended: JSON with "message", and "problem" when it failed.
    void commandFinished(const QString &json);
    /// Whether Python should watch commands and layers from now on: true at the level full only, as soon as they can be
    /// counted. True again when there is another window of napari's.
    void watchingWanted(bool wanted);
    /// What was counted is being deleted: layers that are there are new when watching begins again.
    void usesForgotten();

private:
    void startThread();
    void watch();
    void unwatch(bool forget);
    void connectPreview();
    void connectUpload();
    void connectWorker();
    void forgetGrant();
    void send();
    void sendDue();
    void cancelSending();
    void orderErasing(EraseOrder order);
    void showProblem(const QString &text);
    void showEraseReport(const EraseReport &report);
    void reportActivity();

    QList<InstalledPlugin> m_plugins;
    std::function<void()> m_recheck;
    std::optional<Grant> m_grant; ///< only while started
    std::optional<ClientPlace> m_place;
    NapariWindows m_windows;
    std::shared_ptr<UseRecorder> m_uses;
    QThread *m_thread = nullptr;
    TelemetryWorker *m_worker = nullptr; ///< lives in m_thread, goes with it
    PreviewDesk *m_desk = nullptr;       ///< in the same way
    PreviewHolder m_preview;
    Activity m_activity;
    QString m_reportedActivity;
    UploadQueue m_upload;
    bool m_commandRunning = false;
};

} // namespace Telemetry
