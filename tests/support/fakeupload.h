#pragma once

#include "client/upload/eraser.h"
#include "client/upload/uploader.h"
#include "client/upload/uploadinterface.h"

#include <QObject>

namespace TestSupport {

/// What all transports of one fake upload plugin have sent, in its order, and whether ever two at once. An answer comes
/// when the test says so.
struct Wire
{
    QStringList paths; ///< such as "/v1/basic/events"
    int inFlight = 0;
    bool overlapped = false;
    std::function<void(const Telemetry::TransportReply &)> answer;

    void reply(int status, const QByteArray &body = R"({"refused":[]})")
    {
        --inFlight;
        std::exchange(answer, nullptr)({Telemetry::TransportReply::Failure::None, status, body, {}});
    }
};

class WireTransport final : public Telemetry::AbstractTransport
{
public:
    explicit WireTransport(Wire &wire)
        : m_wire(wire)
    {
    }
    ~WireTransport() override { cancel(); }
    void send(const Telemetry::Request &request,
              std::function<void(const Telemetry::TransportReply &)> finished) override
    {
        m_wire.overlapped = m_wire.overlapped || m_wire.inFlight > 0;
        ++m_wire.inFlight;
        m_wire.paths.append(request.url.path());
        m_wire.answer = std::move(finished);
        m_isSending = true;
    }
    void cancel() override
    {
        if (std::exchange(m_isSending, false) && m_wire.answer) {
            --m_wire.inFlight;
            m_wire.answer = nullptr;
        }
    }

private:
    Wire &m_wire;
    bool m_isSending = false;
};

/// The upload plugin with the real uploader and eraser, and no network.
class FakeUpload : public QObject, public Telemetry::UploadInterface
{
    Q_OBJECT
    Q_INTERFACES(Telemetry::UploadInterface)
public:
    Wire wire;
    bool watched = false;

    void watchConnection() override { watched = true; }
    [[nodiscard]] bool mayUseConnection() const override { return true; }
    std::unique_ptr<Telemetry::AbstractUploader> createUploader(const Telemetry::Grant &grant,
                                                                Telemetry::AbstractSpool &spool,
                                                                const Telemetry::DataDictionary &dictionary,
                                                                const Telemetry::Endpoints &endpoints) override
    {
        return std::make_unique<Telemetry::Uploader>(grant, spool, dictionary, endpoints,
                                                     std::make_unique<WireTransport>(wire));
    }
    std::unique_ptr<Telemetry::AbstractEraser> createEraser(Telemetry::EraseGrant grant,
                                                            Telemetry::AbstractReceipts &receipts,
                                                            const Telemetry::Endpoints &endpoints) override
    {
        return std::make_unique<Telemetry::Eraser>(std::move(grant), receipts, endpoints,
                                                   std::make_unique<WireTransport>(wire), [] { return 0; });
    }
    std::unique_ptr<Telemetry::AbstractListRefresher> createListRefresher(const Telemetry::Grant &,
                                                                          const Telemetry::Endpoints &) override
    {
        class Refresher : public Telemetry::AbstractListRefresher
        {
            void refresh(const QByteArray &, std::function<void(const std::optional<QByteArray> &)>) override { }
        };
        return std::make_unique<Refresher>();
    }
};

} // namespace TestSupport
