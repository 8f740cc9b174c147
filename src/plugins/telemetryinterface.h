#pragma once

#include "consent/grant.h"
#include "contract/endpoints.h"
#include "plugins/host.h"

#include <QtPlugin>

class QWidget;

namespace Telemetry {

/// What the telemetry plugin offers to the consent plugin. GUI thread; nothing here waits for the disk or the network.
/// (Found by its identifier, see UploadInterface.)
class TelemetryInterface
{
public:
    virtual ~TelemetryInterface() = default;
    /// The release that the plugin was built as; it only runs with the consent plugin of the same.
    [[nodiscard]] virtual QString release() const = 0;
    /// Starts, or goes on with another grant. What is pending above its level is deleted first.
    virtual void start(const Grant &grant, const Host &host, const Endpoints &endpoints) = 0;
    /// Consent is gone: a sending under way is aborted, everything pending is deleted, and everything stops.
    virtual void withdraw() = 0;
    /// Opens the preview above this window, or raises it.
    virtual void showPreview(QWidget *window) = 0;
};

} // namespace Telemetry

Q_DECLARE_INTERFACE(Telemetry::TelemetryInterface, "org.napari.telemetry.TelemetryInterface/1")
