#include "plugins/telemetry/telemetryworker.h"

#include "collect/disk/identityfile.h"
#include "contract/limits.h"
#include "plugins/shippedresources.h"
#include "plugins/telemetry/openspool.h"
#include "plugins/telemetry/problemtext.h"
#include "plugins/telemetry/spoolplace.h"
#include "plugins/telemetry/userecorder.h"
#include "plugins/uploadinterface.h"
#include "spool/disk/otherspools.h"
#include "spool/disk/usejournal.h"
#include "spool/disk/usesegment.h"

#include <QFileInfo>

namespace Telemetry {

TelemetryWorker::TelemetryWorker(std::shared_ptr<UseRecorder> uses, std::unique_ptr<const Clock> clock)
    : m_clock(std::move(clock))
    , m_uses(std::move(uses))
    , m_foldTimer(this) // or they would not follow into the thread
    , m_retryTimer(this)
    , m_sender(*m_clock)
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

void TelemetryWorker::begin(const Grant &grant, const Host &host, const Endpoints &endpoints,
                            const QList<InstalledPlugin> &plugins, int session)
{
    close();
    m_file = spoolFile(host);
    m_folder = telemetryFolder(host);
    m_session = Session{grant, host, endpoints, plugins, session};
    prepare();
}

/// Makes what is missing of spool, recorder of this week and journal. When the disk refuses, it tries again later.
void TelemetryWorker::prepare()
{
    if (const QString reason = ProblemText::ofPlace(m_folder); !reason.isEmpty()) {
        setProblem(reason);
        refresh();
        return;
    }
    auto done = m_open ? Result<Done>(Done{}) : open();
    if (done)
        done = m_open->recorder().recordWeek();
    if (done && !m_journal)
        done = openJournal();
    else if (done)
        openUses();
    if (done) {
        setProblem(repairText());
        beginSending();
    } else if (done.error().code == Error::Code::NotFound) {
        setProblem(ProblemText::ofClosedWeek());
    } else {
        report(done.error());
    }
    if (!done && done.error().code == Error::Code::Io)
        m_retryTimer.start(Limits::foldRetryMs);
    refresh();
}

void TelemetryWorker::beginSending()
{
    if (!m_sender.isSending()) // a week that begins while something is sent changes nothing for that
        m_sender.begin(m_session->grant, m_session->endpoints, m_open->sendable(), *m_dictionary, m_file,
                       [folder = m_folder] { return IdentityFile(folder).noteSending(); });
}

/// What the user should know of the file; empty when there is nothing.
QString TelemetryWorker::repairText() const
{
    const auto status = m_open->spool().status();
    return status && status.value().repaired ? ProblemText::ofRepair() : QString();
}

Result<Done> TelemetryWorker::loadShipped()
{
    if (m_dictionary)
        return Done{};
    auto dictionary = shippedDictionary();
    if (!dictionary)
        return dictionary.error();
    m_dictionary = std::move(dictionary).value();
    return Done{};
}

Result<Done> TelemetryWorker::open()
{
    if (auto loaded = loadShipped(); !loaded)
        return loaded;
    auto opened = OpenSpool::open(m_session->grant, m_session->host, m_session->plugins, *m_dictionary, *m_clock);
    if (!opened)
        return opened.error();
    m_open = std::move(opened).value();
    return Done{};
}

/// What was left behind is counted first, or deleted when the level does not want it any more.
Result<Done> TelemetryWorker::openJournal()
{
    if (m_session->grant.level() < Level::Full)
        return emptySegments(m_file);
    auto journal = UseJournal::open(
        m_file, [this] { QMetaObject::invokeMethod(this, &TelemetryWorker::scheduleFold, Qt::QueuedConnection); });
    if (!journal)
        return journal.error();
    m_journal = std::move(journal).value();
    if (auto filtered = makeFilter(); !filtered)
        return filtered;
    openUses();
    Q_EMIT ready();
    return Done{};
}

Result<Done> TelemetryWorker::makeFilter()
{
    auto filter = m_open->makeFilter();
    if (!filter)
        return filter.error();
    m_filter = std::move(filter).value();
    return Done{};
}

void TelemetryWorker::heldTopicsChanged()
{
    m_sender.lookAgain();
    if (!m_journal || !m_open)
        return;
    refresh(); // what waits of a topic that is held now is dropped
    if (const auto filtered = makeFilter(); !filtered)
        report(filtered.error());
    else
        openUses();
}

void TelemetryWorker::openUses()
{
    const EventMaker *maker = m_open->recorder().maker();
    const auto week = m_open->recorder().clockWeek();
    if (m_journal && maker && week)
        m_uses->open(m_session->uses, m_journal, *maker, m_filter, *week);
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

/// The file has gone, or is damaged: SqliteSpool::open() makes another one, with what can be saved.
Result<Done> TelemetryWorker::reopen()
{
    m_sender.end(); // it uses the spool; nothing is being sent, see fold()
    m_open.reset();
    auto done = open();
    if (done)
        done = m_open->recorder().recordWeek();
    if (done) {
        openUses();
        setProblem(repairText());
        beginSending();
    }
    return done;
}

Result<bool> TelemetryWorker::foldOrReopen()
{
    if (m_open->spool().isCurrent()) {
        auto folded = m_journal->fold(m_open->spool());
        if (folded || folded.error().code != Error::Code::Damaged)
            return folded;
    }
    if (auto done = reopen(); !done)
        return done.error();
    auto folded = m_journal->fold(m_open->spool());
    if (folded)
        return true; // the file holds other events now
    return folded;
}

/// Counts what the journal holds; whether an event is another now. What can't be counted is tried again later.
bool TelemetryWorker::fold()
{
    if (!m_journal || !m_open)
        return false;
    if (m_sender.isSending()) { // the uploader uses the spool, which may have to be exchanged
        scheduleFold();
        return false;
    }
    m_foldTimer.stop();
    auto folded = foldOrReopen();
    if (folded && m_journal->wasRefused())
        folded = Error{Error::Code::Io, QStringLiteral("the disk did not take what was used last")};
    if (!folded) {
        (m_open ? m_foldTimer : m_retryTimer).start(Limits::foldRetryMs);
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

/// Everything that was not sent, with the uses that wait.
Result<Done> TelemetryWorker::deleteUnsent()
{
    auto emptied = m_journal ? m_journal->discard() : emptySegments(m_file);
    auto purged = m_open ? m_open->spool().purgeAbove(Level::None) : ReceiptKeeper::deleteUnsent(m_file);
    return purged ? emptied : purged;
}

Result<Done> TelemetryWorker::emptyIdentity()
{
    return IdentityFile(QFileInfo(m_file).absolutePath()).empty(Week::of(m_clock->now()), hasOtherSpools(m_file));
}

void TelemetryWorker::deletePending()
{
    if (!m_open)
        return;
    m_sender.cancel(); // before anything is deleted, or it could still be sent
    if (const auto done = deleteUnsent(); !done)
        report(done.error());
    openUses(); // counts begin anew
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
    // Also after a pause, when there is no session: a no during a pause deletes what the pause had kept.
    if (!m_file.isEmpty()) {
        for (const auto &done : {deleteUnsent(), emptyIdentity()}) {
            if (!done)
                report(done.error());
        }
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
    m_journal.reset();
    m_open.reset();
    m_publicList.stop();
    m_session.reset();
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
    if (m_receipts.isErasing() || m_eraseWaiting) {
        m_sendWaiting = true;
        return;
    }
    fold();
    m_sender.sendNow();
}

void TelemetryWorker::sendDue()
{
    if (m_receipts.isErasing() || m_eraseWaiting)
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
        m_publicList.refresh(m_session->grant, m_session->endpoints, *m_upload, m_folder, m_clock->now().date());
    Q_EMIT sendFinished(result);
    // Not now: it may have to exchange the spool, which the uploader that calls us still uses.
    QMetaObject::invokeMethod(this, &TelemetryWorker::refresh, Qt::QueuedConnection);
    startErasing();
}

void TelemetryWorker::erase(EraseOrder order)
{
    m_file = spoolFile(order.host);
    m_mark = ErasingMark(erasingFile(order.host));
    if (order.resumed) {
        auto chosen = m_mark.read();
        if (!chosen) { // an erasing can't be undone: nothing is guessed
            erased({{}, tr("what you chose can't be read any more: %1").arg(chosen.error().detail)});
            return;
        }
        order.chosen = std::move(chosen).value();
    } else if (QFileInfo::exists(m_file)) {
        (void)m_mark.write(order.chosen); // where it can't be, the erasing is done all the same, but not resumed
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
    m_receipts.erase(std::move(order.grant), m_file, order.endpoints, order.chosen, *m_upload,
                     [this](const EraseReport &result) { erased(result); });
}

void TelemetryWorker::erased(const EraseReport &result)
{
    m_mark.remove(); // also when it failed: the user is told, and may click again
    refresh();
    Q_EMIT eraseFinished(result);
    if (std::exchange(m_sendWaiting, false))
        send();
}

void TelemetryWorker::forgetReceipts(const Host &host)
{
    m_file = spoolFile(host);
    if (const auto forgotten = ReceiptKeeper::forget(m_file); !forgotten)
        setProblem(tr("The receipts can't be deleted: %1.").arg(forgotten.error().detail));
    refresh();
}

void TelemetryWorker::readIdentifiers(const Host &host)
{
    m_file = spoolFile(host);
    const auto loaded = loadShipped();
    const auto text = loaded ? ReceiptKeeper::identifiers(m_file, *m_dictionary) : Result<QString>(loaded.error());
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
    const auto status = m_open ? m_open->spool().status() : ReceiptKeeper::status(m_file);
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
