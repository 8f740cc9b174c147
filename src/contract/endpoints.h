#pragma once

#include "contract/level.h"
#include "contract/result.h"

#include <QUrl>

#include <optional>

namespace Telemetry {

/// Where each level is sent: a host name of its own, so that a firewall that sees only names can block one level.
class Endpoints
{
public:
    /// basic., middle. and full.telemetry.napari.org over HTTPS.
    Endpoints() = default;
    /// One collector on this computer, for tests and development: `http://127.0.0.1:PORT` or `http://[::1]:PORT`.
    /// Any address that is not loopback, a path, a user name or a query is refused.
    [[nodiscard]] static Result<Endpoints> onLoopback(const QString &base);

    [[nodiscard]] bool isOverride() const { return m_loopback.has_value(); }
    /// What a person should see: the host name, or the loopback address with its port.
    [[nodiscard]] QString displayHost(Level level) const;
    [[nodiscard]] QUrl events(Level level) const;
    [[nodiscard]] QUrl erase(Level level) const;
    /// The whole public list. The same for everybody who asks: the host of the level middle, whatever was granted.
    [[nodiscard]] QUrl publicList() const;

private:
    [[nodiscard]] QUrl url(Level level, QLatin1StringView leaf) const;
    [[nodiscard]] QUrl host(Level level) const;
    std::optional<QUrl> m_loopback;
};

/// The environment variable that holds the loopback address.
inline constexpr char endpointVariable[] = "NAPARI_TELEMETRY_ENDPOINT";

} // namespace Telemetry
