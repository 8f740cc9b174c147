#pragma once

#include "client/consent/grant.h"
#include "client/plugins/telemetry/clientplace.h"
#include "client/sources/pluginsource.h"
#include "client/spool/abstractspool.h"
#include "client/upload/abstractuploader.h"
#include "client/upload/disk/publiclistkeeper.h"
#include "client/upload/disk/receipteraser.h"
#include "client/upload/disk/sendingstatefile.h"
#include "client/upload/sender.h"
#include "contract/clock.h"
#include "contract/datadictionary.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Telemetry {

class SpoolSession;
class UploadInterface;
class UseRecorder;

/// All disk and network work of the client, one thing after the other: a sending and an erasing never overlap, so that
/// nothing arrives at the collector after it was erased there; nothing is folded or exchanged while it is being sent.
/// Decides the order, and nothing else: what each step does is in the classes that it holds. Lives in the one worker
/// thread: call its functions by queued connections or QMetaObject::invokeMethod only.
class TelemetryWorker : public QObject
{
    Q_OBJECT
public:
    /// Opens `uses` for each session of theirs that begin() names.
    TelemetryWorker(const ClientPlace &place, std::shared_ptr<UseRecorder> uses,
                    std::unique_ptr<const Clock> clock = std::make_unique<SystemClock>());
    ~TelemetryWorker() override;

    /// Works with this grant from now on. What is pending above it is deleted first; then environment and plugins of
    /// this week are recorded. `session` is that of UseRecorder::start().
    void begin(const Grant &grant, const QList<InstalledPlugin> &plugins, int session);
    /// The grant is gone for a while: aborts a sending, and closes the spool with what is pending.
    void pause();
    /// The grant is gone: aborts a sending, deletes what is pending, closes the spool.
    void end();
    /// The same as end() leaves on the disk, where no worker runs. Errors: Io, Damaged, after all was tried.
    [[nodiscard]] static Result<Done> withdraw(const ClientFiles &files, Week now);
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
    void forgetReceipts();
    /// Ends with statusRead() or problem(). To be called when events were taken out, or put back.
    void readStatus();
    /// Ends with identifiersRead().
    void readIdentifiers();

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
    [[nodiscard]] Result<Done> loadDictionary();
    [[nodiscard]] bool isOpen() const;
    void prepare();
    void beginSending();
    void scheduleFold();
    bool fold();
    [[nodiscard]] Result<bool> foldOrReopen();
    void foldAndTell();
    [[nodiscard]] Result<Done> deleteUnsent();
    void sent(const UploadReport &report);
    void startErasing();
    void erased(const EraseReport &report);
    void refresh();
    void tell();
    void close();
    void report(const Error &error);
    void setProblem(const QString &text);

    const ClientPlace m_place;
    std::unique_ptr<const Clock> m_clock;
    std::optional<DataDictionary> m_dictionary;
    std::shared_ptr<UseRecorder> m_uses;
    std::unique_ptr<SpoolSession> m_session; ///< while there is a grant
    QTimer m_foldTimer;
    QTimer m_retryTimer;
    bool m_foldFailed = false; ///< and the problem says so
    SendingStateFile m_sendingState;
    Sender m_sender; ///< destroyed before the spool that it uses
    PublicListKeeper m_publicList;
    ReceiptEraser m_eraser;
    UploadInterface *m_upload = nullptr;
    bool m_sendWaiting = false;               ///< for the erasing to end
    std::optional<EraseOrder> m_eraseWaiting; ///< for the sending to end
    QString m_problem;
};

} // namespace Telemetry
