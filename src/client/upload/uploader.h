#pragma once

#include "client/consent/grant.h"
#include "client/spool/abstractspool.h"
#include "client/upload/abstracttransport.h"
#include "client/upload/abstractuploader.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QObject>

#include <memory>

namespace Telemetry {

struct Refusal;

/// Sends what is pending, one request at a time. Lives in the worker thread, which needs an event loop. Never retries
/// by itself: who calls sendPending() decides when. Destroying it aborts the request in flight; `finished` is then not
/// called.
class Uploader final : public AbstractUploader
{
public:
    /// Spool and dictionary must outlive it; the transport is its own.
    Uploader(const Grant &grant, AbstractSpool &spool, const DataDictionary &dictionary, const Endpoints &endpoints,
             std::unique_ptr<AbstractTransport> transport);
    ~Uploader() override;

    void setProgress(std::function<void(int)> answered) override { m_progress = std::move(answered); }
    bool sendPending(const UploadOrder &order, std::function<void(const UploadReport &)> finished) override;
    void cancel() override;

private:
    struct Run;
    void later(void (Uploader::*step)());
    void nextLevel();
    [[nodiscard]] bool isRipe(const SpooledEvent &spooled) const;
    void nextBatch();
    void answered(const TransportReply &reply);
    void endBatch();
    [[nodiscard]] Result<Done> markAnswered(const QList<SpooledEvent> &batch, const QList<Refusal> &refused);
    [[nodiscard]] Result<Done> setAside(const QList<SpooledEvent> &batch, const QString &reason);
    void endLevel(UploadOutcome::Kind kind, const QString &detail);
    void finish();

    Grant m_grant;
    AbstractSpool &m_spool;
    const DataDictionary &m_dictionary;
    Endpoints m_endpoints;
    std::unique_ptr<AbstractTransport> m_transport;
    std::function<void(int)> m_progress;
    std::unique_ptr<Run> m_run; ///< the sending that is under way
    QObject m_context;          ///< queued steps go with it
};

} // namespace Telemetry
