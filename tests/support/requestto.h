#pragma once

#include "contract/request.h"

namespace TestSupport {

/// A request with events, as the client makes it, to another host.
inline Telemetry::Request requestTo(const QString &base)
{
    const auto loopback = Telemetry::Endpoints::onLoopback(QStringLiteral("http://127.0.0.1:1")).value();
    Telemetry::Request request = Telemetry::eventsRequest(loopback, Telemetry::Level::Basic, 1, {"{}"});
    request.url = QUrl(base + QStringLiteral("/v1/basic/events"));
    for (auto &[name, value] : request.headers) {
        if (name == "Host")
            value = request.url.authority().toLatin1();
    }
    return request;
}

} // namespace TestSupport
