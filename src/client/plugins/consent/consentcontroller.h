#pragma once

#include "client/consent/consentstatus.h"
#include "client/consent/disk/consentstore.h"
#include "client/consent/host.h"
#include "client/consent/lazydictionary.h"
#include "client/consent/question.h"
#include "client/package/disk/telemetrypackage.h"
#include "client/package/installplan.h"
#include "client/plugins/consent/telemetryhandle.h"
#include "contract/endpoints.h"
#include "platform/disk/filewatch.h"

#include <QGuiApplication>
#include <QObject>

#include <memory>
#include <optional>

namespace Telemetry {

/// Brings together what is allowed (ConsentStore) and what runs (TelemetryHandle). GUI thread. Windows ask it and
/// listen to changed().
class ConsentController : public QObject
{
    Q_OBJECT
public:
    /// `platformName` as in PolicyInputs. `package`: the other package on disk; nullptr: the host's, of no release, so
    /// that nothing is ever loaded.
    ConsentController(const Host &host, const LazyDictionary &dictionary,
                      const QString &platformName = QGuiApplication::platformName(),
                      std::unique_ptr<TelemetryPackage> package = nullptr, QObject *parent = nullptr);

    [[nodiscard]] const DataDictionary &dictionary() const { return m_dictionary.get(); }
    [[nodiscard]] const Endpoints &endpoints() const { return m_endpoints; }
    [[nodiscard]] const Host &host() const { return m_host; }
    [[nodiscard]] const ConsentStore &store() const { return *m_store; }
    /// The other package on disk.
    [[nodiscard]] TelemetryPackage &package() { return *m_package; }
    /// What is allowed and what runs, for people. The level is none as long as the package that would do it is missing.
    [[nodiscard]] ConsentStatus status() const;
    /// What is to be asked, or would be. Valid as long as this.
    [[nodiscard]] Question question() const;
    /// False while the user has disabled us in napari's plugin manager, and once this package was uninstalled: none,
    /// and nothing is shown.
    [[nodiscard]] bool isEnabled() const { return m_enabled && m_installed; }

    /// Brings what runs into agreement with what is allowed, at start. Does not install anything.
    void begin();
    void setEnabled(bool enabled);
    /// Reads the record again and acts on it.
    void recheck();

    /// The user answered, or chose another level. A choice that can't be saved is not acted on.
    void choose(const Choice &choice);
    void pause(PauseLength length);
    void resume();
    void setNeverAsk(bool never);
    /// Takes back what was chosen since (Cancel in napari's preferences). Does nothing when nothing was.
    void restore(const std::optional<ConsentRecord> &record);

    /// Opens the preview; before any yes there is none, and then sampleWanted() is emitted.
    void showPreview(QWidget *window);
    void deletePending() { m_telemetry->deletePending(); }
    /// Only in answer to the user's click.
    void eraseSent();
    void forgetReceipts();
    void requestIdentifiers();

    /// Asks for it, if it is wanted and not there, or can't be used. In answer to the user's click.
    void install();
    /// While this is so, the package is neither verified nor used: it may be there in part.
    void setInstalling(bool installing) { m_installing = installing; }
    /// The package's files may have changed; a watch says so, too.
    void packageTouched();
    /// Installing ends with one of these.
    void packageReady();
    void packageFailed(const QString &reason);
    /// Uninstalling has ended; `problem` says what went wrong, and is empty when nothing did.
    void packageRemoved(const QString &problem);
    /// The answer to nameCheckWanted(): something of the package's name is loaded already, by other code.
    void setNameTaken(bool taken) { m_nameTaken = taken; }
    /// `plugin` is the root object of the telemetry plugin.
    void attach(QObject *plugin);

Q_SIGNALS:
    void changed();
    /// The user has just said yes, or wants it now: the package is to be installed, also over one that can't be used.
    void installationWanted(Telemetry::InstallPlan::Action action);
    /// Whether other code has loaded something of the package's name: answer with setNameTaken() before this returns.
    void nameCheckWanted();
    /// The package is there and verified: Python should load what package() holds, and call attach().
    void telemetryWanted();
    /// The level was lowered, and something was sent before.
    void eraseOffered();
    void identifiersReady(const QString &text);
    /// Nothing was ever recorded here: what would be is to be shown instead, above this window.
    void sampleWanted(QWidget *window);

private:
    /// What stands in the way of everything; empty: nothing.
    [[nodiscard]] EffectiveLevel allowed() const;
    void apply(bool mayInstall);
    void chosen(const Result<Done> &written, Level before);
    /// Looks for the package, verifies it, and asks for it to be loaded. Only when it is needed.
    void obtainPackage();
    void packageVerified(const PackageReport &report);
    void refusePackage(const PackageReport &report);
    void setInstalled(bool installed);
    [[nodiscard]] bool nothingWasEverSent();

    Host m_host;
    LazyDictionary m_dictionary;
    Endpoints m_endpoints;
    QString m_endpointProblem; ///< not empty: nothing may be sent
    std::unique_ptr<ConsentStore> m_store;
    std::unique_ptr<TelemetryHandle> m_telemetry;
    std::unique_ptr<TelemetryPackage> m_package;
    std::unique_ptr<FileWatch> m_packageWatch; ///< once the package was needed
    QTimer m_packageTimer;                     ///< until its files have settled
    std::unique_ptr<FileWatch> m_ownWatch;     ///< of this package
    QTimer m_ownTimer;                         ///< the same
    QString m_note;
    QString m_refusal; ///< not empty: the package is there and must not be loaded; why
    bool m_enabled = true;
    bool m_installed = true;   ///< this package itself is still there
    bool m_missing = false;    ///< allowed, but the package is not installed
    bool m_unusable = false;   ///< allowed, and the package is there, but installing or loading it failed
    bool m_installing = false; ///< it may be there in part
    bool m_nameTaken = false;
    bool m_obtaining = false; ///< from looking for the package to attach() or a failure
    bool m_unsaved = false;   ///< the last choice could not be saved: none, until one can be
    bool m_applying = false;  ///< the telemetry plugin may ask for a recheck while it is started
};

} // namespace Telemetry
