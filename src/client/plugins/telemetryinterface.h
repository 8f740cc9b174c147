#pragma once

#include "client/consent/consentstatus.h"
#include "client/consent/erasegrant.h"
#include "client/consent/grant.h"
#include "client/consent/host.h"
#include "contract/endpoints.h"

#include <QtPlugin>

#include <functional>

class QWidget;

namespace Telemetry {

/// What the telemetry plugin offers to the consent plugin. GUI thread; nothing here waits for the disk or the network.
/// (Found by its identifier, see UploadInterface.) Its root object also has the signals
/// - activityChanged(QString json): an Activity (consent/activity.h), whenever something in it has changed;
/// - identifiersReady(QString text): the answer to requestIdentifiers().
class TelemetryInterface
{
public:
    virtual ~TelemetryInterface() = default;
    /// The release that the plugin was built as; it only runs with the consent plugin of the same.
    [[nodiscard]] virtual QString release() const = 0;
    /// What reads the consent record again. Called in the GUI thread right before each sending; it may call withdraw(),
    /// pause() or start() before it returns, and only what is then still allowed is sent.
    virtual void setRecheck(std::function<void()> recheck) = 0;

    /// Where the client's files are and where is sent; once, before everything below.
    virtual void setPlace(const Host &host, const Endpoints &endpoints) = 0;
    /// Starts, or goes on with another grant. What is pending above its level is deleted first.
    virtual void start(const Grant &grant) = 0;
    /// The grant is gone for a while: a sending under way is aborted, nothing is recorded or sent. What is pending
    /// stays.
    virtual void pause() = 0;
    /// Consent is gone: a sending under way is aborted, everything pending is deleted, and everything stops.
    virtual void withdraw() = 0;

    /// Opens the preview above this window, or raises it. Works without a grant.
    virtual void showPreview(QWidget *window) = 0;
    /// What the preview says about level and state; whenever it has changed.
    virtual void showStatus(const ConsentStatus &status) = 0;
    /// Deletes what is waiting to be sent. Only while started.
    virtual void deletePending() = 0;
    /// Asks the collector to erase everything that the receipts of this environment name. Works without a grant; how it
    /// ends is in Activity::erase. While one is under way, another does nothing.
    virtual void eraseSent(EraseGrant grant) = 0;
    /// Goes on with an erasing that the end of napari cut short: with what ClientFiles::erasing() names, and nothing
    /// more. As eraseSent().
    virtual void resumeErasing(EraseGrant grant) = 0;
    /// Deletes the receipts: what was sent can then no longer be erased or linked by this computer. Works without a
    /// grant.
    virtual void forgetReceipts() = 0;
    /// Collects the identifiers (reporters) that events of this environment bear at present. Works without a grant.
    virtual void requestIdentifiers() = 0;
};

} // namespace Telemetry

Q_DECLARE_INTERFACE(Telemetry::TelemetryInterface, "org.napari.telemetry.TelemetryInterface/1")
