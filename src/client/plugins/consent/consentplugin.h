#pragma once

#include "client/package/installplan.h"
#include "client/sources/pluginsource.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QMainWindow;

namespace Telemetry {

class ConsentController;
class EnvironmentLook;
class Installation;
class Questioner;
class Removal;
class TelemetryPackage;

/// The root object of the consent plugin, and all that Python sees of it. GUI thread. Made by QPluginLoader; deletes
/// itself when the application goes.
class ConsentPlugin : public QObject
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.napari.telemetry.ConsentPlugin/1")
public:
    ConsentPlugin();
    ~ConsentPlugin() override;

    /// Starts in this main window of napari, or adds one more; all others that are visible get us, too, and those that
    /// are shown later. `hostJson` as Host has it. False when nothing was started; then the reason is in the log, and
    /// napari goes on without us.
    Q_INVOKABLE bool start(QObject *window, const QString &hostJson);
    /// What was decided, and why: the words of the indicator and of its tooltip. Empty before start() was of use.
    Q_INVOKABLE QString why() const;
    /// The user disabled us in napari's plugin manager, or enabled us again.
    Q_INVOKABLE void setEnabled(bool enabled);
    /// The root object of the telemetry plugin, after telemetryWanted().
    Q_INVOKABLE void attachTelemetry(QObject *plugin);
    /// Loading it failed, with the reason.
    Q_INVOKABLE void telemetryFailed(const QString &reason);
    /// The answer to nameCheckWanted().
    Q_INVOKABLE void setNameTaken(bool taken);
    /// After telemetryWanted(): paths and bytes of the files of the other package, as they were verified.
    Q_INVOKABLE QStringList verifiedFiles() const;
    Q_INVOKABLE QByteArray verifiedBytes(const QString &file) const;
    /// A copy of a verified library, for the system's loader, until dropPrivateCopy(); empty when there can be none.
    Q_INVOKABLE QString privateCopy(const QString &file);
    /// The file may go now; its bytes, too, when it `isLoaded`.
    Q_INVOKABLE void dropPrivateCopy(const QString &file, bool isLoaded);
    /// A JSON list of {"name", "version"}: the plugins that napari has; in answer to installedPluginsWanted().
    Q_INVOKABLE void setInstalledPlugins(const QString &json);

    /// JSON, in answer to installFactsWanted(): see EnvironmentLook::take().
    Q_INVOKABLE void setInstallFacts(const QString &json);
    /// What the queue of napari-plugin-manager says after queueJobWanted(): text, its end, or that it can't be used.
    Q_INVOKABLE void queueOutput(const QString &text);
    Q_INVOKABLE void queueFinished(int exitCode);
    Q_INVOKABLE void queueRefused(const QString &reason);

    /// For the command line: "status", "revoke", "verify", "policy" (of this file, or of this system when empty), or
    /// "not deleted" (`file` is then why what is pending could not be deleted after "revoke"). Works without start();
    /// the answer is JSON, see ConsentCommands; an empty object for anything else.
    Q_INVOKABLE QString command(const QString &name, const QString &file, const QString &hostJson);
    /// For the command line of the other package, instead of start(): verifies that package now, so that its libraries
    /// can be loaded from privateCopy(). Empty when all is well, else what is wrong, in words.
    Q_INVOKABLE QString openPackage(const QString &hostJson);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Whether sys.modules has something of the other package's name: answer with setNameTaken() before this returns.
    void nameCheckWanted();
    /// Load what verifiedFiles() has and call attachTelemetry(), or telemetryFailed().
    void telemetryWanted();
    /// The user wants to see what would be sent.
    void installedPluginsWanted();
    void installFactsWanted();
    /// JSON: {"program", "arguments"}, to be run when the queue gets to it.
    void queueJobWanted(const QString &job);
    void queueCancelWanted();

private:
    [[nodiscard]] TelemetryPackage *package() const;
    void attachTo(QMainWindow *window);
    void attachToNewWindows();
    /// Where a question of ours belongs: the window that the user is at, else any; null when all are closed.
    [[nodiscard]] QMainWindow *window() const;
    void offerErase();
    /// Opens the window with this computer's values above this one.
    void showSample(QWidget *parent);
    void install(InstallPlan::Action action);
    void uninstall();

    ConsentController *m_controller = nullptr;
    std::unique_ptr<TelemetryPackage> m_opened; ///< by openPackage()
    TelemetryPackage *m_package = nullptr;      ///< of the controller
    Questioner *m_questioner = nullptr;
    EnvironmentLook *m_look = nullptr;
    std::optional<QList<InstalledPlugin>> m_installed; ///< only while showSample() runs
    QPointer<Installation> m_installation;             ///< while one is under way
    QPointer<Removal> m_removal;                       ///< the same
};

} // namespace Telemetry
