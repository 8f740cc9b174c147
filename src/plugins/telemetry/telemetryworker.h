#pragma once

#include "consent/grant.h"
#include "contract/clock.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"
#include "plugins/host.h"
#include "plugins/telemetry/eraseorder.h"
#include "plugins/telemetry/publiclistkeeper.h"
#include "plugins/telemetry/receiptkeeper.h"
#include "plugins/telemetry/sender.h"
#include "sources/pluginsource.h"
#include "spool/abstractspool.h"
#include "spool/disk/erasingmark.h"
#include "upload/abstractuploader.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Telemetry {

class OpenSpool;
class UploadInterface;
class UseFilter;
class UseJournal;
class UseRecorder;

/// All disk and network work of the client, one thing after the other: a sending and an erasing never overlap, so that
/// nothing arrives at the collector after it was erased there. Lives in the one worker thread: call its functions by
/// queued connections or QMetaObject::invokeMethod only. A long class, because what must not overlap is decided in one
/// place; what each step does is in the classes that it holds.
class TelemetryWorker : public QObject
{
    Q_OBJECT
public:
    /// Opens `uses` for each session of theirs that begin() names.
    explicit TelemetryWorker(std::shared_ptr<UseRecorder> uses,
                             std::unique_ptr<const Clock> clock = std::make_unique<SystemClock>());
    ~TelemetryWorker() override;

    /// Works with this grant from now on. What is pending above it is deleted first; then environment and plugins of
    /// this week are recorded. `session` is that of UseRecorder::start().
    void begin(const Grant &grant, const Host &host, const Endpoints &endpoints, const QList<InstalledPlugin> &plugins,
               int session);
    /// The grant is gone for a while: aborts a sending, and closes the spool with what is pending.
    void pause();
    /// The grant is gone: aborts a sending, deletes what is pending, closes the spool.
    void end();
    /// A week has begun: what is new in it is recorded, and uses are its.
    void beginWeek();
    /// Deletes what is pending or refused; a sending is aborted first. Only after begin().
    void deletePending();
    /// Makes the upload plugin known. It must outlive the thread.
    void setUpload(UploadInterface *upload);
    /// Sends what is pending, after an erasing that is under way; ends with sendFinished() or notSent().
    void send();
    /// Sends what is due of its own accord, in answer to sendingDue(), unless an erasing is under way.
    void sendDue();
    /// The user holds or releases a topic: uses follow at once.
    void heldTopicsChanged();
    /// Stops a sending that is under way: the request in flight is aborted. Ends with sendFinished().
    void cancelSending();

    // What needs no grant.
    /// Erases what was sent, after a sending that is under way; ends with eraseFinished(). Only after setUpload(), and
    /// one at a time.
    void erase(EraseOrder order);
    void forgetReceipts(const Host &host);
    /// Ends with statusRead() or problem(). To be called when events were taken out, or put back.
    void readStatus();
    /// Ends with identifiersRead().
    void readIdentifiers(const Host &host);

Q_SIGNALS:
    /// begin() is done, and uses are kept.
    void ready();
    /// What is in the spool has changed.
    void spoolChanged();
    void statusRead(const Telemetry::SpoolStatus &status);
    /// A request was answered, with that many events.
    void progressed(int answered);
    void sendFinished(const Telemetry::UploadReport &report);
    /// Something is due. Whoever may decide it calls sendDue().
    void sendingDue();
    void planned(const Telemetry::UploadPlan &plan);
    /// In words for the user: why a send() has come to nothing.
    void notSent(const QString &reason);
    void eraseFinished(const Telemetry::EraseReport &report);
    void identifiersRead(const QString &text);
    /// What is wrong, in words for the user; empty when it is over.
    void problem(const QString &text);

private:
    struct Session
    {
        Grant grant;
        Host host;
        Endpoints endpoints;
        QList<InstalledPlugin> plugins;
        int uses; ///< session of UseRecorder
    };
    [[nodiscard]] Result<Done> loadShipped();
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> reopen();
    void prepare();
    void beginSending();
    [[nodiscard]] Result<Done> openJournal();
    [[nodiscard]] Result<Done> makeFilter();
    void openUses();
    void scheduleFold();
    bool fold();
    [[nodiscard]] Result<bool> foldOrReopen();
    void foldAndTell();
    [[nodiscard]] Result<Done> deleteUnsent();
    [[nodiscard]] Result<Done> emptyIdentity();
    void sent(const UploadReport &report);
    void startErasing();
    void erased(const EraseReport &report);
    void refresh();
    void tell();
    void close();
    [[nodiscard]] QString repairText() const;
    void report(const Error &error);
    void setProblem(const QString &text);

    std::unique_ptr<const Clock> m_clock;
    QString m_file;   ///< of the spool; known from the first call on that names a host
    QString m_folder; ///< of everything that is kept; known from begin() on
    QString m_problem;
    std::optional<Session> m_session;
    std::optional<DataDictionary> m_dictionary;
    std::shared_ptr<UseRecorder> m_uses;
    std::shared_ptr<const UseFilter> m_filter; ///< which uses may be named; only while they are wanted
    std::unique_ptr<OpenSpool> m_open;
    std::shared_ptr<UseJournal> m_journal; ///< only while uses are wanted
    QTimer m_foldTimer;
    QTimer m_retryTimer;
    bool m_foldFailed = false; ///< and the problem says so
    Sender m_sender;           ///< destroyed before the spool that it uses
    PublicListKeeper m_publicList;
    ReceiptKeeper m_receipts;
    UploadInterface *m_upload = nullptr;
    bool m_sendWaiting = false;               ///< for the erasing to end
    std::optional<EraseOrder> m_eraseWaiting; ///< for the sending to end
    ErasingMark m_mark;                       ///< of the erasing that waits or is under way
};

} // namespace Telemetry
