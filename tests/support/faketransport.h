#pragma once

#include "client/upload/abstracttransport.h"

#include <QObject>

namespace TestSupport {

/// Answers from a list, through the event loop; keeps what it was asked to send.
class FakeTransport final : public Telemetry::AbstractTransport
{
public:
    void send(const Telemetry::Request &request,
              std::function<void(const Telemetry::TransportReply &)> finished) override
    {
        if (busy)
            ++overlaps;
        requests.append(request);
        if (sent)
            sent();
        busy = true;
        pending = std::move(finished);
        if (answers.isEmpty())
            return; // in flight until it is cancelled
        const Telemetry::TransportReply reply = answers.takeFirst();
        QMetaObject::invokeMethod(
            &context,
            [this, reply] {
                busy = false;
                if (const auto call = std::exchange(pending, nullptr))
                    call(reply);
            },
            Qt::QueuedConnection);
    }
    void cancel() override
    {
        ++cancelled;
        busy = false;
        pending = nullptr;
    }

    QList<Telemetry::Request> requests;
    QList<Telemetry::TransportReply> answers;
    std::function<void()> sent; ///< called for each request
    bool busy = false;
    int overlaps = 0;
    int cancelled = 0;
    std::function<void(const Telemetry::TransportReply &)> pending;
    QObject context;
};

inline Telemetry::TransportReply answer(int status, const QByteArray &body = R"({"refused":[]})")
{
    return {Telemetry::TransportReply::Failure::None, status, body, {}};
}

} // namespace TestSupport
