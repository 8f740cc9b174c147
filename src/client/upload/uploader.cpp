#include "client/upload/uploader.h"

#include "client/upload/batches.h"
#include "client/upload/outcome.h"
#include "client/upload/uploadlog.h"
#include "client/upload/uploadpolicy.h"
#include "contract/batchcodec.h"

#include <QSet>

namespace Telemetry {

using Kind = UploadOutcome::Kind;

struct Uploader::Run
{
    std::function<void(const UploadReport &)> finished;
    QList<Level> levels; ///< still to do
    QDateTime ripeAt;    ///< as in UploadOrder
    UploadReport report;
    QList<QList<SpooledEvent>> batches; ///< of the current level, still to do; the first one is in flight
    UploadOutcome current;              ///< of the current level; its level is none between two levels
    bool cancelled = false;
};

Uploader::Uploader(const Grant &grant, AbstractSpool &spool, const DataDictionary &dictionary,
                   const Endpoints &endpoints, std::unique_ptr<AbstractTransport> transport)
    : m_grant(grant)
    , m_spool(spool)
    , m_dictionary(dictionary)
    , m_endpoints(endpoints)
    , m_transport(std::move(transport))
{
}

Uploader::~Uploader() = default;

bool Uploader::sendPending(const UploadOrder &order, std::function<void(const UploadReport &)> finished)
{
    if (m_run)
        return false;
    m_run = std::make_unique<Run>();
    m_run->finished = std::move(finished);
    m_run->ripeAt = order.ripeAt;
    for (const Level level : sendingLevels()) {
        if (level <= m_grant.level() && order.levels.contains(level))
            m_run->levels.append(level);
    }
    later(&Uploader::nextLevel);
    return true;
}

void Uploader::cancel()
{
    if (!m_run || m_run->cancelled)
        return;
    m_run->cancelled = true;
    m_transport->cancel();
    if (m_run->current.level != Level::None)
        endLevel(Kind::Cancelled, {});
    later(&Uploader::finish);
}

/// Goes on from the event loop. A step of a sending that was cancelled meanwhile does nothing; only finish() still
/// comes.
void Uploader::later(void (Uploader::*step)())
{
    QMetaObject::invokeMethod(
        &m_context,
        [this, step] {
            if (m_run && (!m_run->cancelled || step == &Uploader::finish))
                (this->*step)();
        },
        Qt::QueuedConnection);
}

void Uploader::nextLevel()
{
    if (m_run->levels.isEmpty()) {
        finish();
        return;
    }
    m_run->current = {m_run->levels.takeFirst(), Kind::Accepted, 0, 0, {}};
    auto pending = m_spool.pending(m_run->current.level);
    if (!pending) {
        endLevel(Kind::RetryLater, pending.error().detail);
        later(&Uploader::nextLevel);
        return;
    }
    QList<SpooledEvent> ripe = std::move(pending).value();
    ripe.removeIf([this](const SpooledEvent &spooled) { return !isRipe(spooled); });
    m_run->batches = batchesOf(ripe, m_dictionary.version());
    if (m_run->batches.isEmpty()) {
        m_run->current = {};
        nextLevel();
        return;
    }
    nextBatch();
}

bool Uploader::isRipe(const SpooledEvent &spooled) const
{
    const TopicDefinition *topic = m_dictionary.topic(spooled.event.topic);
    return !m_run->ripeAt.isValid() || (topic && UploadPolicy::ripeFrom(*topic, spooled.event.week()) <= m_run->ripeAt);
}

void Uploader::nextBatch()
{
    auto leaving = m_spool.beginSending(m_run->batches.first());
    if (!leaving) { // without a receipt nothing goes out: it could not be erased
        endLevel(Kind::RetryLater, leaving.error().detail);
        later(&Uploader::nextLevel);
        return;
    }
    m_run->batches.first() = leaving.value();
    if (leaving.value().isEmpty()) { // another process, or the user, was faster
        m_run->batches.removeFirst();
        endBatch();
        return;
    }
    const Request request = batchRequest(m_endpoints, m_run->current.level, m_dictionary.version(), leaving.value());
    qCDebug(uploadLog, "%ls: sending %lld events", qUtf16Printable(levelName(request.level)),
            qlonglong(leaving.value().size()));
    m_transport->send(request, [this](const TransportReply &reply) { answered(reply); });
}

void Uploader::answered(const TransportReply &reply)
{
    if (!m_run || m_run->cancelled)
        return;
    const QList<SpooledEvent> batch = m_run->batches.takeFirst();
    UploadOutcome &current = m_run->current;
    const BatchVerdict verdict = judge(reply, batch.size());
    Result<Done> kept = Done{};
    if (verdict.kind == Kind::RetryLater) {
        if (!reply.mayHaveArrived)
            kept = m_spool.undoSending(batch);
        current.retryAfter = verdict.retryAfter;
        endLevel(Kind::RetryLater, kept ? verdict.detail : kept.error().detail);
        later(&Uploader::nextLevel);
        return;
    }
    if (verdict.kind == Kind::Accepted) {
        kept = markAnswered(batch, verdict.refused);
        current.sent += static_cast<int>(batch.size() - verdict.refused.size());
        current.refused += static_cast<int>(verdict.refused.size());
    } else {
        kept = setAside(batch, verdict.detail);
        current.kind = Kind::Rejected;
        current.detail = verdict.detail;
        current.refused += static_cast<int>(batch.size());
    }
    if (!kept) { // what is not marked is sent again, and is the same row at the collector
        endLevel(Kind::RetryLater, kept.error().detail);
        later(&Uploader::nextLevel);
        return;
    }
    if (m_progress)
        m_progress(static_cast<int>(batch.size()));
    endBatch();
}

void Uploader::endBatch()
{
    if (!m_run->batches.isEmpty()) {
        later(&Uploader::nextBatch);
        return;
    }
    endLevel(m_run->current.kind, m_run->current.detail);
    later(&Uploader::nextLevel);
}

Result<Done> Uploader::markAnswered(const QList<SpooledEvent> &batch, const QList<Refusal> &refused)
{
    QSet<int> refusedAt;
    for (const Refusal &refusal : refused) {
        refusedAt.insert(refusal.index);
        if (auto marked = m_spool.markRefused(batch[refusal.index], refusal.reason); !marked)
            return marked;
    }
    QList<SpooledEvent> sent;
    for (int i = 0; i < batch.size(); ++i) {
        if (!refusedAt.contains(i))
            sent.append(batch[i]);
    }
    return m_spool.markSent(sent);
}

Result<Done> Uploader::setAside(const QList<SpooledEvent> &batch, const QString &reason)
{
    for (const SpooledEvent &event : batch) {
        if (auto marked = m_spool.markRefused(event, reason); !marked)
            return marked;
    }
    return Done{};
}

void Uploader::endLevel(Kind kind, const QString &detail)
{
    UploadOutcome outcome = m_run->current;
    outcome.kind = kind;
    outcome.detail = detail;
    m_run->current = {};
    m_run->batches.clear();
    if (kind != Kind::Accepted)
        qCInfo(uploadLog, "%ls: not all was sent: %ls", qUtf16Printable(levelName(outcome.level)),
               qUtf16Printable(detail));
    m_run->report.outcomes.append(outcome);
}

void Uploader::finish()
{
    // Who is called may send again, or destroy this object: so nothing comes after it.
    const std::unique_ptr<Run> run = std::move(m_run);
    run->finished(run->report);
}

} // namespace Telemetry
