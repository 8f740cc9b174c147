#pragma once

#include <QNetworkProxy>
#include <QString>
#include <QStringList>

#include <functional>

class QUrl;

namespace Telemetry {

/// Which way a request goes. When a proxy is named that can't be used there is no way: never around it.
struct ProxyChoice
{
    enum class Kind {
        NotNamed, ///< no variable names one: the system's settings decide
        Direct,
        Proxy,
        Unusable, ///< one is named that can't be used: nothing is sent
    };
    Kind kind = Kind::Direct;
    QNetworkProxy proxy = QNetworkProxy::NoProxy; ///< other than NoProxy only of Kind::Proxy
    QString source = {};                          ///< for people: what names it, such as "https_proxy"
    QString reason = {};                          ///< for people: why it can't be used; never what it is
};

/// The variables that name a proxy, in the order in which they count, and those that name exceptions.
[[nodiscard]] QStringList proxyVariables();
[[nodiscard]] QStringList proxyExemptionVariables();

/// What the variables say of a request to `url`, as curl reads them: `https_proxy`, then `all_proxy`, each in small
/// letters first; `http_proxy`, in small letters only, when neither is set, as Qt does; `no_proxy` takes hosts out (see
/// isExemptFromProxy). A proxy is `[scheme://][user:password@]host[:port]` with the scheme http (also when there is
/// none), socks5 (names are looked up here) or socks5h (the proxy looks them up), and the port 1080 unless it says
/// another. An empty variable is not set. This computer's addresses are always Direct. Pure; any thread.
[[nodiscard]] ProxyChoice proxyFromVariables(const QUrl &url,
                                             const std::function<QString(const QString &name)> &variable);

/// What the system's answer means, by its order: Direct, the first proxy that can be used, or Unusable. Pure.
[[nodiscard]] ProxyChoice proxyFromSystem(const QList<QNetworkProxy> &answer);

} // namespace Telemetry
