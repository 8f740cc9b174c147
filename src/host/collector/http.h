#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <functional>

namespace Telemetry {

/// What the collector looks at of an HTTP request. No other header, and no address, leaves the network leaf.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< as sent: path and query
    QByteArray host;
    QByteArray contentType;
    QByteArray contentEncoding;
    QByteArray ifNoneMatch;
    QByteArray body;
};

struct HttpResponse
{
    int status = 500;
    QByteArray contentType;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< everything but Content-Type, Content-Length and Connection
};

/// Takes the one answer to a request. May be called from any thread, also before the handler returns; further calls
/// are ignored.
using HttpResponder = std::function<void(HttpResponse)>;
/// Answers a request, now or later. Called on the HTTP server's thread, so it must not wait.
using HttpHandler = std::function<void(const HttpRequest &, HttpResponder)>;

/// An answer whose body is `{"error": "..."}`. The message must not repeat the request.
[[nodiscard]] HttpResponse errorResponse(int status, const QString &message);

} // namespace Telemetry
