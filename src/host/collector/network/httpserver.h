#pragma once

#include "host/collector/http.h"

#include "contract/limits.h"
#include "contract/result.h"

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>

namespace Telemetry {

/// The limits of a server; tests shorten them.
struct HttpServerOptions
{
    std::chrono::milliseconds requestDeadline{Limits::requestDeadlineMs};
    std::chrono::milliseconds answerDeadline{Limits::ingestDeadlineMs};
    std::chrono::milliseconds drain{Limits::serverDrainMs};
    int connections = Limits::connections;
    std::size_t bodiesInHand = Limits::bodiesInHandBytes; ///< one is taken in any case
    /// Told the status of every request that the server answered without asking the handler. Server's thread.
    std::function<void(int status)> refused;
};

/// An HTTP/1.1 server without TLS, meant for loopback behind a proxy. One thread of its own; the handler is called
/// there. Keeps and logs no address. Boost.Beast is seen only by the .cpp: docs/adr/0002 says why.
class HttpServer
{
public:
    explicit HttpServer(HttpHandler handler, HttpServerOptions options = {});
    /// Stops.
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// Listens on exactly this numeric address; port 0 takes a free one. Gives the actual port. Errors: Invalid (not an
    /// address), Io (taken, not allowed). Once only.
    [[nodiscard]] Result<quint16> listen(const QString &address, quint16 port);
    /// Takes no more connections, lets requests that are being answered finish for at most options.drain, closes the
    /// rest. Blocks; not from the handler. Responders that are kept longer stay safe to call and do nothing.
    void stop();
    /// Runs it on the server's thread, unless that has ended. Any thread, after listen().
    void post(std::function<void()> work);

private:
    class Core;
    std::shared_ptr<Core> m_core;
};

} // namespace Telemetry
