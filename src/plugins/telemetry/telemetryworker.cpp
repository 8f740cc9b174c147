#include "plugins/telemetry/telemetryworker.h"

#include "collect/disk/dataplace.h"
#include "collect/disk/identityfile.h"
#include "contract/limits.h"
#include "plugins/shippedresources.h"
#include "plugins/telemetry/spoolplace.h"
#include "plugins/telemetry/userecorder.h"
#include "plugins/uploadinterface.h"
#include "sources/usefilter.h"
#include "spool/disk/heldtopicsfile.h"
#include "spool/disk/sqlitespool.h"
#include "spool/disk/usejournal.h"
#include "spool/disk/usesegment.h"
#include "spool/sendablespool.h"

#include <QDir>
#include <QFile>
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
    if (const QString reason = unsuitablePlace(); !reason.isEmpty()) {
        setProblem(reason);
        refresh();
        return;
    }
    auto done = m_spool ? Result<Done>(Done{}) : open();
    if (done)
        done = m_recorder->recordWeek();
    if (done && !m_journal)
        done = openJournal();
    else if (done)
        openUses();
    if (done) {
        setProblem(repairText());
        beginSending();
    } else if (done.error().code == Error::Code::NotFound) {
        setClosedWeek();
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
        m_sender.begin(m_session->grant, m_session->endpoints, *m_sendable, *m_dictionary, m_file,
                       [folder = m_folder] { return IdentityFile(folder).noteSending(); });
}

/// Why nothing may lie in the folder, in words for the user; empty when it may.
QString TelemetryWorker::unsuitablePlace() const
{
    switch (dataPlace(m_folder)) {
    case DataPlace::Lasting:
        break;
    case DataPlace::Temporary:
        return tr("Nothing is recorded, because napari's data folder is a temporary one: %1").arg(m_folder);
    case DataPlace::Synced:
        return tr("Nothing is recorded, because napari's data folder is copied to other computers: %1").arg(m_folder);
    }
    return {};
}

/// What the user should know of a file that was damaged; empty when it was not.
QString TelemetryWorker::repairText() const
{
    const auto status = m_spool->status();
    if (!status || !status.value().repaired)
        return {};
    return tr("The file of events was damaged. What could be read of it was kept. napari is not affected.");
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
    auto publicStrings = PublicListKeeper::inUse(m_folder);
    if (!publicStrings)
        return publicStrings.error();
    m_publicStrings = std::move(publicStrings).value();
    const Grant &grant = m_session->grant;
    m_held = std::make_unique<HeldTopicsFile>(heldTopicsFile(m_session->host));
    auto spool =
        SqliteSpool::open(grant, *m_dictionary, m_file, fileSystemType, [this] { return m_clock->now().date(); });
    if (!spool)
        return spool.error();
    m_spool = std::move(spool).value();
    m_spool->setHeldTopics(m_held.get());
    m_sendable = std::make_unique<SendableSpool>(*m_spool, *m_dictionary, *m_held, *m_clock);
    m_recorder = std::make_unique<WeeklyRecorder>(grant, m_session->host, m_session->plugins, *m_dictionary,
                                                  *m_publicStrings, *m_clock, *m_sendable);
    auto done = m_spool->purgeAbove(grant.level());
    if (done)
        done = m_spool->expire(m_clock->now());
    if (!done) {
        m_recorder.reset();
        m_sendable.reset();
        m_spool.reset();
    }
    return done;
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
    const auto held = m_held->read();
    if (!held)
        return held.error();
    m_filter = std::make_shared<const UseFilter>(*m_dictionary, *m_publicStrings, m_session->plugins, held.value());
    return Done{};
}

void TelemetryWorker::heldTopicsChanged()
{
    m_sender.lookAgain();
    if (!m_journal || !m_recorder)
        return;
    refresh(); // what waits of a topic that is held now is dropped
    if (const auto filtered = makeFilter(); !filtered)
        report(filtered.error());
    else
        openUses();
}

void TelemetryWorker::openUses()
{
    const EventMaker *maker = m_recorder->maker();
    const auto week = m_recorder->clockWeek();
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
    m_recorder.reset();
    m_sendable.reset();
    m_spool.reset();
    auto done = open();
    if (done)
        done = m_recorder->recordWeek();
    if (done) {
        openUses();
        setProblem(repairText());
        beginSending();
    }
    return done;
}

Result<bool> TelemetryWorker::foldOrReopen()
{
    if (m_spool->isCurrent()) {
        auto folded = m_journal->fold(*m_spool);
        if (folded || folded.error().code != Error::Code::Damaged)
            return folded;
    }
    if (auto done = reopen(); !done)
        return done.error();
    auto folded = m_journal->fold(*m_spool);
    if (folded)
        return true; // the file holds other events now
    return folded;
}

/// Counts what the journal holds; whether an event is another now. What can't be counted is tried again later.
bool TelemetryWorker::fold()
{
    if (!m_journal || !m_spool)
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
        (m_spool ? m_foldTimer : m_retryTimer).start(Limits::foldRetryMs);
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
    auto purged = m_spool ? m_spool->purgeAbove(Level::None) : ReceiptKeeper::deleteUnsent(m_file);
    return purged ? emptied : purged;
}

/// Another spool in the folder is that of another environment, or of another computer on the same home folder: what it
/// counts derives from the same identity.
Result<Done> TelemetryWorker::emptyIdentity()
{
    const QFileInfo spool(m_file);
    const QStringList spools = spool.dir().entryList({QStringLiteral("spool-*.sqlite")}, QDir::Files);
    const bool others =
        std::any_of(spools.begin(), spools.end(), [&](const QString &name) { return name != spool.fileName(); });
    return IdentityFile(spool.absolutePath()).empty(Week::of(m_clock->now()), others);
}

void TelemetryWorker::deletePending()
{
    if (!m_spool)
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
    m_recorder.reset();
    m_sendable.reset();
    m_spool.reset();
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

void TelemetryWorker::erase(EraseGrant grant, const Host &host, const Endpoints &endpoints,
                            const QList<EventKey> &chosen)
{
    m_file = spoolFile(host);
    m_erasingFile = erasingFile(host);
    QFile mark(m_erasingFile); // where it can't be made, the erasing is done all the same, but not resumed
    if (chosen.isEmpty() && QFileInfo::exists(m_file) && mark.open(QIODevice::WriteOnly))
        mark.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_eraseWaiting.emplace(EraseOrder{std::move(grant), endpoints, chosen});
    startErasing();
}

void TelemetryWorker::startErasing()
{
    if (!m_eraseWaiting || m_sender.isSending())
        return;
    EraseOrder order = std::move(*m_eraseWaiting);
    m_eraseWaiting.reset();
    m_receipts.erase(std::move(order.grant), m_file, order.endpoints, order.chosen, *m_upload,
                     [this](const EraseReport &result) {
                         QFile::remove(m_erasingFile); // also when it failed: the user is told, and may click again
                         refresh();
                         Q_EMIT eraseFinished(result);
                         if (std::exchange(m_sendWaiting, false))
                             send();
                     });
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
    const auto status = m_spool ? m_spool->status() : ReceiptKeeper::status(m_file);
    if (status)
        Q_EMIT statusRead(status.value());
    else
        report(status.error());
}

void TelemetryWorker::setClosedWeek()
{
    setProblem(tr("You said no this week, and events of this week may have been sent before. So that you are not "
                  "counted twice, nothing is recorded until Monday."));
}

void TelemetryWorker::report(const Error &error)
{
    setProblem(tr("Events can't be kept on this computer: %1. napari is not affected, and nothing is sent.")
                   .arg(error.detail));
}

void TelemetryWorker::setProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    Q_EMIT problem(text);
}

} // namespace Telemetry
