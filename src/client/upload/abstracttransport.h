#pragma once

#include "contract/request.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace Telemetry {

/// What came of one request.
struct TransportReply
{
    enum class Failure {
        None,     ///< there is an answer: status and body
        Network,  ///< no connection, a broken one, or something that is not HTTP
        Timeout,  ///< no progress for Limits::transferTimeoutMs, or not done after Limits::requestTotalMs
        TooLarge, ///< the answer is over Limits::responseBytes
        NoTls,    ///< this Qt can't encrypt
        Refused,  ///< not sent: the address is neither HTTPS nor on this computer, or a proxy is named that can't be
                  ///< used
    };
    Failure failure = Failure::None;
    int status = 0; ///< HTTP status; only without failure
    QByteArray body;
    QString detail;             ///< for people: what failed; empty without failure
    bool mayHaveArrived = true; ///< false: surely nothing of the request left this computer
    QByteArray retryAfter = {}; ///< the header of that name, as it came; only without failure
};

/// What carries requests. Sends exactly what it is given, to that address and to no other. Lives in the worker thread
/// and never blocks it. Destroying it cancels.
class AbstractTransport
{
public:
    AbstractTransport() = default;
    virtual ~AbstractTransport();
    Q_DISABLE_COPY_MOVE(AbstractTransport)

    /// One request at a time. `finished` is called once, from the event loop, never from inside send().
    virtual void send(const Request &request, std::function<void(const TransportReply &)> finished) = 0;
    /// Aborts the request in flight, if there is one; its `finished` is not called any more. The collector may have it
    /// all the same.
    virtual void cancel() = 0;
};

} // namespace Telemetry
