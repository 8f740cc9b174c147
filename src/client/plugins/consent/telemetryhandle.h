#pragma once

#include "client/consent/consentstatus.h"
#include "client/consent/grant.h"
#include "client/consent/host.h"
#include "client/plugins/telemetryinterface.h"
#include "contract/endpoints.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

namespace Telemetry {

/// The other plugin, as the consent plugin sees it: it may not be there, and then it is called for when it is needed.
/// GUI thread. The plugin is not owned: it goes with the application.
class TelemetryHandle : public QObject
{
    Q_OBJECT
public:
    TelemetryHandle(const Host &host, const Endpoints &endpoints, QObject *parent = nullptr);

    /// Whether it works with a grant at present.
    [[nodiscard]] bool isRunning() const { return m_plugin && m_running; }
    [[nodiscard]] bool isAttached() const { return m_plugin != nullptr; }
    /// Whether something waits for attach() that needs no grant.
    [[nodiscard]] bool isWaitedFor() const { return !m_waiting.isEmpty(); }
    /// As last told; idle before anything was.
    [[nodiscard]] const Activity &activity() const { return m_activity; }

    /// Takes the plugin's root object. `recheck` as in TelemetryInterface. Errors: Unsupported (not the plugin that was
    /// expected, another release); translated. What waited for it is done now.
    [[nodiscard]] Result<Done> attach(QObject *plugin, std::function<void()> recheck);
    /// Starts with this grant, when the plugin is there.
    void start(const Grant &grant);
    /// Without a grant from now on, for a while or for good.
    void pause();
    void withdraw();
    /// The same, also when the plugin is not there yet. Needs no grant, as what is below.
    void withdrawWhenAttached();

    void deletePending();
    /// What the preview says about level and state, from now on.
    void showStatus(const ConsentStatus &status);
    /// Need no grant. Done when the plugin is there; else wanted() is emitted, and they are done after attach().
    void showPreview(QWidget *window);
    void eraseSent(EraseGrant grant);
    void resumeErasing(EraseGrant grant);
    void forgetReceipts();
    void requestIdentifiers();
    /// An erasing that can't be done; with the reason in words.
    void refuseErase(const QString &reason);
    /// What waits for the plugin is given up, with the reason in words.
    void giveUp(const QString &reason);

Q_SIGNALS:
    /// The plugin is needed: someone should load it and call attach().
    void wanted();
    void activityChanged();
    void identifiersReady(const QString &text);

private Q_SLOTS:
    // By name, across the plugins: see TelemetryInterface.
    void readActivity(const QString &json);

private:
    using Erase = void (TelemetryInterface::*)(EraseGrant);
    void erase(EraseGrant grant, Erase how);
    void whenAttached(std::function<void()> action);

    Host m_host;
    Endpoints m_endpoints;
    QPointer<QObject> m_plugin; ///< guards m_telemetry
    TelemetryInterface *m_telemetry = nullptr;
    bool m_running = false;
    Activity m_activity;
    QList<std::function<void()>> m_waiting;
};

} // namespace Telemetry
