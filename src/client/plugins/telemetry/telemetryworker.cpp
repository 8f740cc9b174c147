#include "client/plugins/telemetry/telemetryworker.h"

#include "client/collect/disk/identityfile.h"
#include "client/collect/disk/problemtext.h"
#include "client/plugins/telemetry/spoolsession.h"
#include "client/preview/disk/identifiers.h"
#include "client/spool/disk/otherspools.h"
#include "client/spool/disk/receiptsfile.h"
#include "client/spool/disk/seenfile.h"
#include "client/spool/disk/usesegment.h"
#include "client/upload/disk/sendinglock.h"
#include "client/upload/uploadinterface.h"
#include "contract/limits.h"
#include "platform/disk/shippedresources.h"

#include <algorithm>

namespace Telemetry {

TelemetryWorker::TelemetryWorker(const ClientPlace &place, std::shared_ptr<UseRecorder> uses,
                                 std::unique_ptr<const Clock> clock)
    : m_place(place)
    , m_clock(std::move(clock))
    , m_uses(std::move(uses))
    , m_foldTimer(this) // or they would not follow into the thread
    , m_retryTimer(this)
    , m_sendingState(place.files.sendingState())
    , m_sender(*m_clock, place.endpoints)
    , m_publicList(place.files.folder(), place.endpoints)
    , m_eraser(place.files.spool(), place.files.erasing(), place.endpoints)
{
    m_sender.setParent(this); // as the timers
    connect(&m_sender, &Sender::due, this, &TelemetryWorker::sendingDue);
    connect(&m_sender, &Sender::planned, this, &TelemetryWorker::planned);
    connect(&m_sender, &Sender::progressed, this, &TelemetryWorker::progressed);
    connect(&m_sender, &Sender::notSent, this, &TelemetryWorker::notSent);
    connect(&m_sender, &Sender::failed, this, &TelemetryWorker::report);
    connect(&m_sender, &Sender::finished, this, &TelemetryWorker::sent);
    m_foldTimer.setSingleShot(true);
    connect(&m_foldTimer, &QTimer::timeout, this, &TelemetryWorker::foldAndTell);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &TelemetryWorker::beginWeek);
}

TelemetryWorker::~TelemetryWorker()
{
    close();
}

Result<Done> TelemetryWorker::loadDictionary()
{
    if (m_dictionary)
        return Done{};
    auto dictionary = shippedDictionary();
    if (!dictionary)
        return dictionary.error();
    m_dictionary = std::move(dictionary).value();
    return Done{};
}

bool TelemetryWorker::isOpen() const
{
    return m_session && m_session->isOpen();
}

void TelemetryWorker::begin(const Grant &grant, const QList<InstalledPlugin> &plugins, int session)
{
    close();
    if (const auto loaded = loadDictionary(); !loaded) {
        report(loaded.error());
        refresh();
        return;
    }
    const auto news = [this] { QMetaObject::invokeMethod(this, &TelemetryWorker::scheduleFold, Qt::QueuedConnection); };
    m_session = std::make_unique<SpoolSession>(SpoolSession::Setup{grant, plugins, session}, m_place, *m_dictionary,
                                               *m_clock, m_uses, news);
    prepare();
}

/// Makes what is missing for this grant and week. When the disk refuses, it tries again later.
void TelemetryWorker::prepare()
{
    if (const QString reason = ProblemText::ofPlace(m_place.files.folder()); !reason.isEmpty()) {
        setProblem(reason);
        refresh();
        return;
    }
    const bool counted = m_session->countsUses();
    const auto done = m_session->prepare();
    if (!counted && m_session->countsUses())
        Q_EMIT ready();
    if (done) {
        setProblem(m_session->wasRepaired() ? ProblemText::ofRepair() : QString());
        beginSending();
    } else if (done.error().code == Error::Code::Closed) {
        setProblem(ProblemText::ofClosedWeek());
    } else {
        report(done.error());
        if (done.error().code == Error::Code::Io)
            m_retryTimer.start(Limits::foldRetryMs);
    }
    refresh();
}

void TelemetryWorker::beginSending()
{
    if (m_sender.isSending()) // a week that begins while something is sent changes nothing for that
        return;
    const auto takeLock = [file = m_place.files.spool()]() -> Result<std::shared_ptr<void>> {
        auto lock = SendingLock::take(file);
        if (!lock)
            return lock.error();
        return std::shared_ptr<void>(std::move(lock).value());
    };
    const auto noteLeaving = [folder = m_place.files.folder()] { return IdentityFile(folder).noteSending(); };
    m_sender.begin(m_session->grant(), *m_dictionary,
                   {m_session->open().sendable(), m_sendingState, takeLock, noteLeaving});
}

void TelemetryWorker::heldTopicsChanged()
{
    m_sender.lookAgain();
    if (!m_session || !m_session->countsUses())
        return;
    refresh(); // what waits of a topic that is held now is dropped
    if (!m_session->countsUses())
        return; // it was opened anew, and could not be
    if (const auto followed = m_session->followHeldTopics(); !followed)
        report(followed.error());
}

void TelemetryWorker::beginWeek()
{
    if (m_session)
        prepare();
}

void TelemetryWorker::scheduleFold()
{
    if (!m_foldTimer.isActive())
        m_foldTimer.start(Limits::foldDelayMs);
}

/// Whether an event is another now. Nothing is being sent, see fold().
Result<bool> TelemetryWorker::foldOrReopen()
{
    auto folded = m_session->fold();
    if (!folded || folded.value() != SpoolSession::Folded::Lost)
        return folded ? Result<bool>(folded.value() == SpoolSession::Folded::Changed) : folded.error();
    m_sender.end(); // it uses the spool
    if (const auto reopened = m_session->reopen(); !reopened)
        return reopened.error();
    setProblem(m_session->wasRepaired() ? ProblemText::ofRepair() : QString());
    beginSending();
    folded = m_session->fold();
    if (folded && folded.value() == SpoolSession::Folded::Lost)
        return Error{Error::Code::Io, tr("the file of events is damaged again and again")};
    return folded ? Result<bool>(true) : folded.error(); // the file holds other events now
}

/// Counts what the journal holds; whether an event is another now. What can't be counted is tried again later.
bool TelemetryWorker::fold()
{
    if (!m_session || !m_session->countsUses())
        return false;
    if (m_sender.isSending()) { // the uploader uses the spool, which may have to be exchanged
        scheduleFold();
        return false;
    }
    m_foldTimer.stop();
    const auto folded = foldOrReopen();
    if (!folded) {
        (isOpen() ? m_foldTimer : m_retryTimer).start(Limits::foldRetryMs);
        m_foldFailed = true;
        report(folded.error());
        return false;
    }
    if (std::exchange(m_foldFailed, false))
        setProblem({});
    return folded.value();
}

void TelemetryWorker::foldAndTell()
{
    if (fold())
        tell();
}

namespace {

/// Everything that was not sent, with the uses that wait; without a session.
Result<Done> deleteUnsentOf(const QString &spool)
{
    const auto emptied = emptySegments(spool);
    const auto purged = ReceiptsFile::deleteUnsent(spool);
    return purged ? emptied : purged;
}

Result<Done> emptyIdentity(const ClientFiles &files, Week now)
{
    const bool others = hasOtherSpools(files.spool());
    const auto emptied = IdentityFile(files.folder()).empty(now, others);
    const auto forgotten = others ? Result<Done>(Done{}) : SeenFile::remove(files.folder());
    return emptied ? forgotten : emptied;
}

} // namespace

Result<Done> TelemetryWorker::withdraw(const ClientFiles &files, Week now)
{
    const auto deleted = deleteUnsentOf(files.spool());
    const auto emptied = emptyIdentity(files, now);
    return deleted ? emptied : deleted;
}

/// The same, also while it is open.
Result<Done> TelemetryWorker::deleteUnsent()
{
    return isOpen() ? m_session->deleteUnsent() : deleteUnsentOf(m_place.files.spool());
}

void TelemetryWorker::deletePending()
{
    if (!isOpen())
        return;
    m_sender.cancel(); // before anything is deleted, or it could still be sent
    if (const auto done = deleteUnsent(); !done)
        report(done.error());
    refresh();
}

void TelemetryWorker::pause()
{
    close();
    setProblem({});
    refresh();
}

void TelemetryWorker::end()
{
    setProblem({});
    m_sender.cancel(); // before anything is deleted, or it could still be sent
    // Also without a session: a no during a pause deletes what the pause had kept.
    for (const auto &done : {deleteUnsent(), emptyIdentity(m_place.files, Week::of(m_clock->now()))}) {
        if (!done)
            report(done.error());
    }
    close();
    refresh();
}

void TelemetryWorker::close()
{
    m_sender.end();
    fold();
    m_sender.end(); // folding may have exchanged the spool, and begun anew
    m_foldTimer.stop();
    m_retryTimer.stop();
    m_session.reset();
    m_publicList.stop();
    if (std::exchange(m_sendWaiting, false))
        Q_EMIT notSent(tr("The sending was stopped."));
    QMetaObject::invokeMethod(this, &TelemetryWorker::startErasing, Qt::QueuedConnection);
}

void TelemetryWorker::setUpload(UploadInterface *upload)
{
    m_upload = upload;
    m_sender.setUpload(upload);
}

void TelemetryWorker::send()
{
    if (m_eraser.isErasing() || m_eraseWaiting) {
        m_sendWaiting = true;
        return;
    }
    fold();
    m_sender.sendNow();
}

void TelemetryWorker::sendDue()
{
    if (m_eraser.isErasing() || m_eraseWaiting)
        return; // the sender looks again
    fold();
    m_sender.sendDue();
}

void TelemetryWorker::cancelSending()
{
    if (m_sendWaiting) { // for an erasing to end
        m_sendWaiting = false;
        Q_EMIT notSent(tr("The sending was stopped."));
    }
    m_sender.cancel();
}

void TelemetryWorker::sent(const UploadReport &result)
{
    const bool accepted = std::any_of(result.outcomes.begin(), result.outcomes.end(), [](const UploadOutcome &outcome) {
        return outcome.kind == UploadOutcome::Kind::Accepted;
    });
    if (accepted && m_session) // the collector can be reached, and something is being sent anyway
        m_publicList.refresh(m_session->grant(), *m_upload, m_clock->now().date());
    Q_EMIT sendFinished(result);
    // Not now: it may have to exchange the spool, which the uploader that calls us still uses.
    QMetaObject::invokeMethod(this, &TelemetryWorker::refresh, Qt::QueuedConnection);
    startErasing();
}

void TelemetryWorker::erase(EraseOrder order)
{
    if (const auto remembered = m_eraser.remember(order); !remembered) {
        erased({{}, remembered.error().detail});
        return;
    }
    m_eraseWaiting.emplace(std::move(order));
    startErasing();
}

void TelemetryWorker::startErasing()
{
    if (!m_eraseWaiting || m_sender.isSending())
        return;
    EraseOrder order = std::move(*m_eraseWaiting);
    m_eraseWaiting.reset();
    m_eraser.begin(std::move(order), *m_upload, [this](const EraseReport &result) { erased(result); });
}

void TelemetryWorker::erased(const EraseReport &result)
{
    m_eraser.forget();
    refresh();
    Q_EMIT eraseFinished(result);
    if (std::exchange(m_sendWaiting, false))
        send();
}

void TelemetryWorker::forgetReceipts()
{
    auto forgotten = ReceiptsFile::forget(m_place.files.spool());
    if (forgotten)
        forgotten = SeenFile::remove(m_place.files.folder());
    if (!forgotten)
        setProblem(tr("The receipts can't be deleted: %1.").arg(forgotten.error().detail));
    refresh();
}

void TelemetryWorker::readIdentifiers()
{
    const auto loaded = loadDictionary();
    const auto text = loaded ? identifiersIn(m_place.files.spool(), *m_dictionary) : Result<QString>(loaded.error());
    Q_EMIT identifiersRead(text ? text.value() : tr("The identifiers can't be read: %1.").arg(text.error().detail));
}

/// Tells what has changed to whom it is shown.
void TelemetryWorker::refresh()
{
    fold();
    tell();
}

void TelemetryWorker::tell()
{
    Q_EMIT spoolChanged();
    readStatus();
}

void TelemetryWorker::readStatus()
{
    m_sender.lookAgain();
    const auto status = isOpen() ? m_session->open().spool().status() : ReceiptsFile::status(m_place.files.spool());
    if (status)
        Q_EMIT statusRead(status.value());
    else
        report(status.error());
}

void TelemetryWorker::report(const Error &error)
{
    setProblem(ProblemText::of(error));
}

void TelemetryWorker::setProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    Q_EMIT problem(text);
}

} // namespace Telemetry
