#include "host/collector/routetable.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray withoutPort(const QByteArray &host)
{
    if (host.startsWith('['))
        return host.left(host.indexOf(']') + 1);
    const qsizetype colon = host.indexOf(':');
    return (colon < 0 ? host : host.left(colon)).toLower();
}

namespace {

/// The level that the host name stands for, when it stands for one.
std::optional<Level> levelOfHost(const QByteArray &host)
{
    const QByteArray name = withoutPort(host);
    return levelFromName(QString::fromLatin1(name.left(name.indexOf('.'))));
}

/// The level in the path, None when the route has none. Nothing when the path is not the route's.
std::optional<Level> levelOnPath(const QList<QByteArray> &expected, const QList<QByteArray> &parts)
{
    if (parts.size() != expected.size())
        return std::nullopt;
    Level level = Level::None;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (expected[i] == ":level"_ba) {
            const auto named = levelFromName(QString::fromLatin1(parts[i]));
            if (!named || *named == Level::None)
                return std::nullopt;
            level = *named;
        } else if (expected[i] != parts[i]) {
            return std::nullopt;
        }
    }
    return level;
}

/// No handler has this method: what the page takes.
HttpResponse allows(const QByteArrayList &methods, bool isAsked)
{
    HttpResponse response = isAsked ? HttpResponse{204, {}, {}, {}} : errorResponse(405, u"method not allowed"_s);
    response.headers.append({"Allow"_ba, methods.join(", ")});
    return response;
}

} // namespace

RouteTable::RouteTable(const QList<Route> &routes)
{
    for (const Route &route : routes)
        m_entries.append({route, route.path.split('/')});
}

std::optional<HttpResponse> RouteTable::answer(const HttpRequest &request, const HttpResponder &respond) const
{
    QByteArrayList allowed;
    const QList<QByteArray> parts = request.target.split('/');
    for (const auto &[route, expected] : m_entries) {
        const auto level = levelOnPath(expected, parts);
        if (!level)
            continue;
        if (const auto host = levelOfHost(request.host); *level != Level::None && host && *host != *level)
            return errorResponse(421, u"this level has another host"_s);
        const bool isPage = route.method == "GET"_ba;
        if (request.method == route.method || (isPage && request.method == "HEAD"_ba))
            return route.handler(request, *level, respond);
        allowed.append(route.method);
        if (isPage)
            allowed.append("HEAD"_ba);
    }
    if (allowed.isEmpty())
        return errorResponse(404, u"no such page"_s);
    return allows(allowed + QByteArrayList{"OPTIONS"_ba}, request.method == "OPTIONS"_ba);
}

} // namespace Telemetry
