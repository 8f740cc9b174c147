#include "plugins/telemetry/telemetryworker.h"

#include "plugins/shippedresources.h"
#include "plugins/telemetry/spoolplace.h"
#include "plugins/uploadinterface.h"
#include "sources/usefilter.h"
#include "spool/disk/sqlitespool.h"

namespace Telemetry {

TelemetryWorker::TelemetryWorker(std::unique_ptr<const Clock> clock)
    : m_clock(std::move(clock))
{
}

TelemetryWorker::~TelemetryWorker()
{
    close();
}

void TelemetryWorker::begin(const Grant &grant, const Host &host, const Endpoints &endpoints,
                            const QList<InstalledPlugin> &plugins)
{
    close();
    m_file = spoolFile(host);
    m_folder = telemetryFolder(host);
    m_session = Session{grant, endpoints};
    auto done = open(host, plugins);
    if (done && grant.level() >= Level::Full)
        Q_EMIT ready(std::make_shared<const UseFilter>(*m_dictionary, *m_publicStrings, plugins));
    if (done)
        done = m_recorder->recordWeek();
    if (done)
        setProblem({});
    else
        report(done.error());
    refresh();
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

Result<Done> TelemetryWorker::open(const Host &host, const QList<InstalledPlugin> &plugins)
{
    if (auto loaded = loadShipped(); !loaded)
        return loaded;
    auto publicStrings = PublicListKeeper::inUse(m_folder);
    if (!publicStrings)
        return publicStrings.error();
    m_publicStrings = std::move(publicStrings).value();
    const Grant &grant = m_session->grant;
    auto spool = SqliteSpool::open(grant, *m_dictionary, m_file);
    if (!spool)
        return spool.error();
    m_spool = std::move(spool).value();
    m_recorder =
        std::make_unique<WeeklyRecorder>(grant, host, plugins, *m_dictionary, *m_publicStrings, *m_clock, *m_spool);
    auto done = m_spool->purgeAbove(grant.level());
    if (done)
        done = m_spool->expire(m_clock->now());
    return done;
}

void TelemetryWorker::countCommand(const QString &command)
{
    if (m_recorder)
        counted(m_recorder->countCommand(command));
}

void TelemetryWorker::countLayer(const LayerFacts &facts)
{
    if (m_recorder)
        counted(m_recorder->countLayer(facts));
}

void TelemetryWorker::counted(const Result<bool> &recorded)
{
    if (!recorded) {
        report(recorded.error());
    } else if (recorded.value()) {
        setProblem({});
        refresh();
    }
}

void TelemetryWorker::deletePending()
{
    if (!m_spool)
        return;
    if (m_uploader)
        m_uploader->cancel(); // before anything is deleted, or it could still be sent
    m_recorder->forgetCounts();
    if (const auto done = m_spool->purgeAbove(Level::None); !done)
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
    if (m_uploader)
        m_uploader->cancel(); // before anything is deleted, or it could still be sent
    if (m_spool) {
        if (const auto done = m_spool->purgeAbove(Level::None); !done)
            report(done.error());
    }
    close();
    refresh();
}

void TelemetryWorker::close()
{
    m_uploader.reset();
    m_recorder.reset();
    m_spool.reset();
    m_publicList.stop();
    m_session.reset();
    if (m_sending || m_sendWaiting)
        Q_EMIT notSent(tr("The sending was stopped."));
    m_sending = false;
    m_sendWaiting = false;
    QMetaObject::invokeMethod(this, &TelemetryWorker::startErasing, Qt::QueuedConnection);
}

void TelemetryWorker::setUpload(UploadInterface *upload)
{
    m_upload = upload;
}

void TelemetryWorker::send()
{
    if (!m_session || !m_spool || !m_upload) {
        Q_EMIT notSent(tr("Nothing can be sent now."));
        return;
    }
    if (m_receipts.isErasing() || m_eraseWaiting) {
        m_sendWaiting = true;
        return;
    }
    if (!m_uploader)
        m_uploader = m_upload->createUploader(m_session->grant, *m_spool, *m_dictionary, m_session->endpoints);
    m_sending = true; // also when it was under way already
    m_uploader->sendPending([this](const UploadReport &result) { sent(result); });
}

void TelemetryWorker::sent(const UploadReport &result)
{
    using Kind = UploadOutcome::Kind;
    m_sending = false;
    const auto any = [&](Kind kind) {
        return std::any_of(result.outcomes.begin(), result.outcomes.end(),
                           [&](const UploadOutcome &outcome) { return outcome.kind == kind; });
    };
    if (any(Kind::Accepted) || any(Kind::RetryLater)) {
        if (const auto noted = m_spool->noteAttempt(m_clock->now().date(), any(Kind::Accepted)); !noted)
            report(noted.error());
    }
    if (any(Kind::Accepted)) // the collector can be reached, and something is being sent anyway
        m_publicList.refresh(m_session->grant, m_session->endpoints, *m_upload, m_folder, m_clock->now().date());
    Q_EMIT sendFinished(result);
    refresh();
    startErasing();
}

void TelemetryWorker::erase(EraseGrant grant, const Host &host, const Endpoints &endpoints)
{
    m_file = spoolFile(host);
    m_eraseWaiting.emplace(EraseOrder{std::move(grant), endpoints});
    startErasing();
}

void TelemetryWorker::startErasing()
{
    if (!m_eraseWaiting || m_sending)
        return;
    EraseOrder order = std::move(*m_eraseWaiting);
    m_eraseWaiting.reset();
    m_receipts.erase(std::move(order.grant), m_file, order.endpoints, *m_upload, [this](const EraseReport &result) {
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

void TelemetryWorker::readEvents()
{
    if (m_file.isEmpty())
        return;
    const auto events = m_spool ? m_spool->events() : ReceiptKeeper::events(m_file);
    if (events)
        Q_EMIT eventsRead(events.value());
    else
        report(events.error());
}

/// Tells what has changed to whom it is shown.
void TelemetryWorker::refresh()
{
    readEvents();
    const auto status = m_spool ? m_spool->status() : ReceiptKeeper::status(m_file);
    if (status)
        Q_EMIT statusRead(status.value());
    else
        report(status.error());
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
