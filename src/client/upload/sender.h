#pragma once

#include "client/consent/grant.h"
#include "client/upload/abstractuploader.h"
#include "client/upload/uploadplan.h"
#include "client/upload/uploadscheduler.h"
#include "contract/clock.h"
#include "contract/endpoints.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Telemetry {

class AbstractSendingStore;
class AbstractSpool;
class DataDictionary;
class UploadInterface;

/// Sends: at the user's word, and of its own accord when UploadScheduler says that it is due. Worker thread.
class Sender : public QObject
{
    Q_OBJECT
public:
    /// The clock must outlive it. `endpoints`: where is sent.
    Sender(const Clock &clock, const Endpoints &endpoints);
    ~Sender() override;

    /// What is sent, and what is kept of it. Both must live until end().
    struct Source
    {
        AbstractSpool &spool;
        AbstractSendingStore &store;
        /// Takes the right to send, held until the last copy of what it gives goes. Errors: Busy (another process has
        /// it), Io.
        std::function<Result<std::shared_ptr<void>>()> takeLock;
        /// Called before anything leaves; when it fails nothing does.
        std::function<Result<Done>()> noteLeaving;
    };
    /// Works with this grant from now on, until end(). The dictionary must live as long.
    void begin(const Grant &grant, const DataDictionary &dictionary, const Source &source);
    /// Aborts a sending that is under way, and sends nothing any more.
    void end();
    /// It must outlive the thread.
    void setUpload(UploadInterface *upload) { m_upload = upload; }
    [[nodiscard]] bool isSending() const { return m_sending; }

    /// Looks at what waits and at the clock: planned(), and due() when something is due. Its own timer calls it, and
    /// who changes the spool should.
    void lookAgain();
    /// Sends now what the user wants sent; ends with finished() or notSent().
    void sendNow();
    /// Sends what is due, in answer to due(); ends with finished(), or comes to nothing in silence: it is looked at
    /// again later.
    void sendDue();
    /// Stops a sending before events are deleted, or they could still be sent; ends with finished().
    void cancel();

Q_SIGNALS:
    /// Something is due. Whoever may send it calls sendDue().
    void due();
    void planned(const Telemetry::UploadPlan &plan);
    /// A request was answered, with that many events.
    void progressed(int answered);
    void finished(const Telemetry::UploadReport &report);
    /// In words for the user: why a sendNow() has come to nothing.
    void notSent(const QString &reason);
    void failed(const Telemetry::Error &error);

private:
    struct Work;
    [[nodiscard]] Result<UploadPlan> makePlan();
    [[nodiscard]] Result<Done> start(const UploadOrder &order);
    void ended(const UploadReport &report);

    const Clock &m_clock;
    const Endpoints m_endpoints;
    UploadInterface *m_upload = nullptr;
    std::unique_ptr<UploadScheduler> m_scheduler; ///< from the first begin() on: it knows when this session started
    std::unique_ptr<Work> m_work;                 ///< between begin() and end()
    bool m_sending = false;
    QTimer m_timer;
};

} // namespace Telemetry
