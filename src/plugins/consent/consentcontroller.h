#pragma once

#include "consent/consentstatus.h"
#include "consent/question.h"
#include "contract/endpoints.h"
#include "plugins/consent/consentstore.h"
#include "plugins/consent/lazydictionary.h"
#include "plugins/consent/telemetryhandle.h"
#include "plugins/host.h"

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
    /// `platformName` as in PolicyInputs.
    ConsentController(const Host &host, const LazyDictionary &dictionary,
                      const QString &platformName = QGuiApplication::platformName(), QObject *parent = nullptr);

    [[nodiscard]] const DataDictionary &dictionary() const { return m_dictionary.get(); }
    [[nodiscard]] const Endpoints &endpoints() const { return m_endpoints; }
    [[nodiscard]] const Host &host() const { return m_host; }
    [[nodiscard]] const ConsentStore &store() const { return *m_store; }
    /// What is allowed and what runs, for people. The level is none as long as the package that would do it is missing.
    [[nodiscard]] ConsentStatus status() const;
    /// What is to be asked, or would be. Valid as long as this.
    [[nodiscard]] Question question() const;
    /// False while the user has disabled us in napari's plugin manager: none, and nothing is shown.
    [[nodiscard]] bool isEnabled() const { return m_enabled; }

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

    void showPreview(QWidget *window) { m_telemetry->showPreview(window); }
    void deletePending() { m_telemetry->deletePending(); }
    /// Only in answer to the user's click.
    void eraseSent();
    void forgetReceipts();
    void requestIdentifiers();

    /// Installing ends with one of these.
    void packageReady();
    void packageFailed(const QString &reason);
    /// `plugin` is the root object of the telemetry plugin.
    void attach(QObject *plugin);

Q_SIGNALS:
    void changed();
    /// The package is not there, and the user has just said yes.
    void installationWanted();
    /// The package is there: Python should load it and call attach().
    void telemetryWanted();
    /// The level was lowered, and something was sent before.
    void eraseOffered();
    void identifiersReady(const QString &text);

private:
    /// What stands in the way of everything; empty: nothing.
    [[nodiscard]] EffectiveLevel allowed() const;
    void apply(bool mayInstall);
    void chosen(const Result<Done> &written, Level before);
    [[nodiscard]] bool packageIsInstalled() const;
    [[nodiscard]] bool nothingWasEverSent();

    Host m_host;
    LazyDictionary m_dictionary;
    Endpoints m_endpoints;
    QString m_endpointProblem; ///< not empty: nothing may be sent
    std::unique_ptr<ConsentStore> m_store;
    std::unique_ptr<TelemetryHandle> m_telemetry;
    QString m_note;
    bool m_enabled = true;
    bool m_missing = false;  ///< allowed, but the package is not installed
    bool m_unsaved = false;  ///< the last choice could not be saved: none, until one can be
    bool m_applying = false; ///< the telemetry plugin may ask for a recheck while it is started
};

} // namespace Telemetry
