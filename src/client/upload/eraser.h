#pragma once

#include "client/consent/erasegrant.h"
#include "client/spool/abstractreceipts.h"
#include "client/upload/abstracteraser.h"
#include "client/upload/abstracttransport.h"
#include "contract/endpoints.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Telemetry {

/// Sends the erase requests that the user asked for by one click: one for each week of each level. Lives in the worker
/// thread, which needs an event loop. Never retries by itself; what was not erased keeps its receipts for the next
/// click. Destroying it aborts the request in flight; `finished` is then not called.
class Eraser final : public AbstractEraser
{
public:
    /// The receipts must outlive it; the transport is its own. The grant is used up by erase(). `gapMs` draws the time
    /// between two requests, in milliseconds.
    Eraser(EraseGrant grant, AbstractReceipts &receipts, const Endpoints &endpoints,
           std::unique_ptr<AbstractTransport> transport, std::function<int()> gapMs = drawnGapMs);
    ~Eraser() override;

    void erase(std::function<void(const EraseReport &)> finished) override;

private:
    [[nodiscard]] static int drawnGapMs();
    void begin();
    void next();
    void answered(const TransportReply &reply);
    void finish();

    std::optional<EraseGrant> m_grant; ///< nothing after erase()
    AbstractReceipts &m_receipts;
    Endpoints m_endpoints;
    std::unique_ptr<AbstractTransport> m_transport;
    std::function<int()> m_gapMs;
    QList<QList<Receipt>> m_requests; ///< still to do, each of one level and period; the first one is in flight
    EraseReport m_report;
    std::function<void(const EraseReport &)> m_finished;
    QObject m_context; ///< queued steps go with it
};

} // namespace Telemetry
