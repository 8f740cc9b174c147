#include "client/upload/eraser.h"

#include "client/upload/outcome.h"
#include "client/upload/uploadlog.h"
#include "contract/limits.h"

#include <QRandomGenerator>
#include <QTimer>

namespace Telemetry {

namespace {

/// What goes together into a request. The receipts come by level and period, and by reporter, which says nothing about
/// their order.
QList<QList<Receipt>> requestsOf(const QList<Receipt> &receipts)
{
    QList<QList<Receipt>> requests;
    for (const Receipt &receipt : receipts) {
        const bool joins = !requests.isEmpty() && requests.last().first().level == receipt.level
                           && requests.last().first().period == receipt.period
                           && requests.last().size() < Limits::eraseReporters;
        if (!joins)
            requests.append(QList<Receipt>());
        requests.last().append(receipt);
    }
    return requests;
}

} // namespace

Eraser::Eraser(EraseGrant grant, AbstractReceipts &receipts, const Endpoints &endpoints,
               std::unique_ptr<AbstractTransport> transport, std::function<int()> gapMs)
    : m_grant(std::move(grant))
    , m_receipts(receipts)
    , m_endpoints(endpoints)
    , m_transport(std::move(transport))
    , m_gapMs(std::move(gapMs))
{
}

int Eraser::drawnGapMs()
{
    return QRandomGenerator::system()->bounded(Limits::eraseGapMinimumMs, Limits::eraseGapMaximumMs);
}

Eraser::~Eraser() = default;

void Eraser::erase(std::function<void(const EraseReport &)> finished)
{
    if (!m_grant)
        return;
    m_grant.reset();
    m_finished = std::move(finished);
    QMetaObject::invokeMethod(
        &m_context, [this] { begin(); }, Qt::QueuedConnection);
}

void Eraser::begin()
{
    const auto receipts = m_receipts.receipts();
    if (receipts)
        m_requests = requestsOf(receipts.value());
    else
        m_report.problem = receipts.error().detail;
    next();
}

void Eraser::next()
{
    if (m_requests.isEmpty()) {
        finish();
        return;
    }
    const QList<Receipt> &receipts = m_requests.first();
    const Level level = receipts.first().level;
    if (m_report.outcomes.isEmpty() || m_report.outcomes.last().level != level)
        m_report.outcomes.append({level, m_endpoints.displayHost(level), 0, {}});
    QList<Reporter> reporters;
    for (const Receipt &receipt : receipts)
        reporters.append(receipt.reporter);
    qCDebug(uploadLog, "%ls: erasing %lld events", qUtf16Printable(levelName(level)), qlonglong(reporters.size()));
    m_transport->send(eraseRequest(m_endpoints, level, receipts.first().period, reporters),
                      [this](const TransportReply &reply) { answered(reply); });
}

void Eraser::answered(const TransportReply &reply)
{
    const QList<Receipt> receipts = m_requests.takeFirst();
    EraseOutcome &outcome = m_report.outcomes.last();
    const BatchVerdict verdict = judgeErasing(reply);
    if (verdict.kind == UploadOutcome::Kind::Accepted) {
        if (const auto marked = m_receipts.markErased(receipts); marked)
            outcome.erased += static_cast<int>(receipts.size());
        else // erased, but its receipt is still there: the next click asks for it again, which does no harm
            outcome.detail = marked.error().detail;
    } else {
        outcome.detail = verdict.detail;
    }
    // A host that is not there now is not there for the other periods either; one that it rejects says nothing of
    // them.
    if (verdict.kind == UploadOutcome::Kind::RetryLater) {
        while (!m_requests.isEmpty() && m_requests.first().first().level == outcome.level)
            m_requests.removeFirst();
    }
    if (m_requests.isEmpty())
        next();
    else
        QTimer::singleShot(m_gapMs(), &m_context, [this] { next(); });
}

void Eraser::finish()
{
    for (const EraseOutcome &outcome : m_report.outcomes) {
        if (!outcome.detail.isEmpty())
            qCInfo(uploadLog, "%ls: not all was erased: %ls", qUtf16Printable(levelName(outcome.level)),
                   qUtf16Printable(outcome.detail));
    }
    // Who is called may destroy this object: so nothing comes after it.
    const auto finished = std::move(m_finished);
    const EraseReport report = m_report;
    finished(report);
}

} // namespace Telemetry
