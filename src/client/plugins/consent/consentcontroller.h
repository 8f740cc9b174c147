#pragma once

#include "client/consent/consentstatus.h"
#include "client/consent/disk/consentstore.h"
#include "client/consent/host.h"
#include "client/consent/lazydictionary.h"
#include "client/consent/question.h"
#include "client/package/disk/packagefolder.h"
#include "client/package/packagekeeper.h"
#include "client/plugins/consent/telemetryhandle.h"
#include "contract/endpoints.h"

#include <QGuiApplication>
#include <QObject>

#include <memory>
#include <optional>

namespace Telemetry {

/// Brings what runs (TelemetryHandle) into agreement with what is allowed (ConsentStore), as far as the other package
/// is there (PackageKeeper). GUI thread. Windows ask it and listen to changed().
class ConsentController : public QObject
{
    Q_OBJECT
public:
    /// `platformName` as in PolicyInputs. `package`: the other package.
    ConsentController(const Host &host, const LazyDictionary &dictionary, std::unique_ptr<AbstractPackage> package,
                      const QString &platformName = QGuiApplication::platformName(), QObject *parent = nullptr);

    [[nodiscard]] const DataDictionary &dictionary() const { return m_dictionary.get(); }
    [[nodiscard]] const Endpoints &endpoints() const { return m_endpoints; }
    [[nodiscard]] const Host &host() const { return m_host; }
    [[nodiscard]] const ConsentStore &store() const { return *m_store; }
    [[nodiscard]] PackageKeeper &package() { return *m_package; }
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

    /// `plugin` is the root object of the telemetry plugin.
    void attach(QObject *plugin);

Q_SIGNALS:
    void changed();
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
    void withdraw(bool ends);
    void chosen(const Result<Done> &written, Level before);
    void connectPackage();
    void packageVerified();
    void setInstalled(bool installed);
    [[nodiscard]] bool nothingWasEverSent() const;
    [[nodiscard]] bool isOutOfReach() const;

    Host m_host;
    LazyDictionary m_dictionary;
    Endpoints m_endpoints;
    QString m_endpointProblem; ///< not empty: nothing may be sent
    std::unique_ptr<ConsentStore> m_store;
    std::unique_ptr<TelemetryHandle> m_telemetry;
    std::unique_ptr<PackageKeeper> m_package;
    PackageFolder m_own; ///< of this package
    QString m_note;      ///< why the last choice could not be saved
    bool m_enabled = true;
    bool m_installed = true; ///< this package itself is still there
    bool m_unsaved = false;  ///< the last choice could not be saved: none, until one can be
    bool m_mayHold = false;  ///< what is pending may stay: there is a yes, if only a paused one
    bool m_applying = false; ///< the telemetry plugin may ask for a recheck while it is started
};

} // namespace Telemetry
