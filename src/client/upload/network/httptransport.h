#pragma once

#include "client/upload/abstracttransport.h"
#include "client/upload/network/proxychoice.h"
#include "contract/limits.h"

#include <QtGlobal>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace Telemetry {

/// The one class of the client that opens a socket. HTTPS only, except to a loopback address. No redirect is followed,
/// no cookie, cache, credential or HTTP/2 is used; each request has a connection of its own without TLS resumption, so
/// that nothing but its content could tie it to another one. TLS 1.2 or later with a verified certificate and none of
/// our own, whatever the application's defaults are; the proxy that the variables or the system name, never around it,
/// and never one for this computer's addresses.
/// The headers are those of the request, and "Connection: close".
class HttpTransport final : public AbstractTransport
{
public:
    /// For tests; what ships uses the limits of limits.h.
    struct Bounds
    {
        int timeoutMs = Limits::transferTimeoutMs; ///< milliseconds without progress
        qsizetype responseBytes = Limits::responseBytes;
        int totalMs = Limits::requestTotalMs; ///< milliseconds for the whole request
    };
    HttpTransport();
    explicit HttpTransport(const Bounds &bounds);
    ~HttpTransport() override;

    /// The first call makes the network manager, in this thread; all others must come from the same one.
    void send(const Request &request, std::function<void(const TransportReply &)> finished) override;
    void cancel() override;

private:
    void read();
    void done();
    void deliverLater(const TransportReply &reply);
    [[nodiscard]] TransportReply outcome() const;

    Bounds m_bounds;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply = nullptr;   ///< in flight; owned by the manager
    std::unique_ptr<QObject> m_context; ///< of the request in flight: without it nothing is delivered
    std::function<void(const TransportReply &)> m_finished;
    ProxyChoice m_choice; ///< of the request in flight
    QByteArray m_body;
    bool m_tooLarge = false;
    bool m_left = false; ///< something of the request was given to the system
};

} // namespace Telemetry
