#include "contract/endpoints.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Endpoints> Endpoints::onLoopback(const QString &base)
{
    const QUrl url(base, QUrl::StrictMode);
    // Names are refused too: what "localhost" means is decided by files and servers that we do not control.
    const bool loopback = url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1;
    if (!url.isValid() || url.scheme() != "http"_L1 || !loopback || url.port() < 1
        || !(url.path().isEmpty() || url.path() == "/"_L1) || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return Error{Error::Code::Invalid, u"%1 takes only http://127.0.0.1:PORT or http://[::1]:PORT"_s.arg(
                                               QLatin1StringView(endpointVariable))};
    Endpoints endpoints;
    endpoints.m_loopback = url;
    return endpoints;
}

QString Endpoints::displayHost(Level level) const
{
    return m_loopback ? m_loopback->authority() : url(level, "events"_L1).host();
}

QUrl Endpoints::events(Level level) const
{
    return url(level, "events"_L1);
}

QUrl Endpoints::erase(Level level) const
{
    return url(level, "erase"_L1);
}

QUrl Endpoints::publicList() const
{
    QUrl url = host(Level::Middle);
    url.setPath(u"/v1/public-plugins"_s);
    return url;
}

QUrl Endpoints::host(Level level) const
{
    if (m_loopback)
        return *m_loopback;
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(levelName(level) + u".telemetry.napari.org"_s);
    return url;
}

QUrl Endpoints::url(Level level, QLatin1StringView leaf) const
{
    QUrl url = host(level);
    url.setPath(u"/v1/%1/%2"_s.arg(levelName(level), leaf));
    return url;
}

} // namespace Telemetry
