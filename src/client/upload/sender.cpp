#include "client/upload/sender.h"

#include "client/spool/abstractspool.h"
#include "client/upload/abstractsendingstore.h"
#include "client/upload/uploadinterface.h"
#include "contract/limits.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

struct Sender::Work
{
    Grant grant;
    const DataDictionary &dictionary;
    Source source;
    std::shared_ptr<void> lock; ///< while something is sent
    std::unique_ptr<AbstractUploader> uploader;
};

Sender::Sender(const Clock &clock, const Endpoints &endpoints)
    : m_clock(clock)
    , m_endpoints(endpoints)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Sender::lookAgain);
}

Sender::~Sender() = default;

void Sender::begin(const Grant &grant, const DataDictionary &dictionary, const Source &source)
{
    end();
    if (!m_scheduler)
        m_scheduler = std::make_unique<UploadScheduler>(m_clock, dictionary);
    m_scheduler->setAgreed(grant.agreed());
    m_work.reset(new Work{grant, dictionary, source, nullptr, nullptr});
    lookAgain();
}

void Sender::end()
{
    m_timer.stop();
    m_work.reset(); // with the uploader: the request in flight is aborted
    if (std::exchange(m_sending, false))
        Q_EMIT notSent(tr("The sending was stopped."));
}

Result<UploadPlan> Sender::makePlan()
{
    UploadScheduler::Pending pending;
    for (const Level level : sendingLevels()) {
        if (level > m_work->grant.level())
            continue;
        auto events = m_work->source.spool.pending(level);
        if (!events)
            return events.error();
        pending.insert(level, std::move(events).value());
    }
    return m_scheduler->plan(pending, m_work->source.store);
}

void Sender::lookAgain()
{
    if (!m_work || m_sending)
        return;
    const auto plan = makePlan();
    m_timer.start(Limits::planCheckMs);
    if (!plan) { // nobody knows what was sent when: then nothing is
        Q_EMIT failed(plan.error());
        return;
    }
    Q_EMIT planned(plan.value());
    const QDateTime next = plan.value().next();
    if (!next.isValid())
        return;
    const qint64 wait = m_clock.now().msecsTo(next);
    if (wait <= 0)
        Q_EMIT due();
    else if (wait < Limits::planCheckMs)
        m_timer.start(static_cast<int>(wait) + 1);
}

void Sender::sendNow()
{
    if (m_sending)
        return; // its end is the answer
    if (!m_work || !m_upload) {
        Q_EMIT notSent(tr("Nothing can be sent now."));
        return;
    }
    const auto levels = m_scheduler->sendableNow(m_work->grant.level(), m_work->source.store);
    if (!levels) {
        Q_EMIT notSent(levels.error().detail);
        return;
    }
    if (levels.value().isEmpty()) {
        Q_EMIT notSent(tr("The server has asked to wait. What is pending is sent later."));
        return;
    }
    if (const auto started = start({levels.value(), {}}); !started)
        Q_EMIT notSent(started.error().code == Error::Code::Busy ? tr("Another napari is sending at present.")
                                                                 : started.error().detail);
}

void Sender::sendDue()
{
    if (!m_work || !m_upload || m_sending)
        return;
    const auto plan = makePlan();
    if (!plan)
        return;
    const QDateTime now = m_clock.now();
    const QList<Level> levels = plan.value().dueAt(now);
    // Another process that sends, a metered connection or none at all: the timer looks again. (This computer's own
    // addresses need no connection.)
    if (!levels.isEmpty() && (m_endpoints.isOverride() || m_upload->mayUseConnection())) {
        if (const auto started = start({levels, now}); !started && started.error().code == Error::Code::Io)
            Q_EMIT failed(started.error());
    }
}

Result<Done> Sender::start(const UploadOrder &order)
{
    auto lock = m_work->source.takeLock();
    if (!lock)
        return lock.error();
    if (auto noted = m_scheduler->noteBegin(order.levels, m_work->source.store); !noted)
        return noted; // or a crash would make it be sent again and again
    if (auto noted = m_work->source.noteLeaving(); !noted)
        return noted;
    m_work->lock = std::move(lock).value();
    if (!m_work->uploader) {
        m_work->uploader =
            m_upload->createUploader(m_work->grant, m_work->source.spool, m_work->dictionary, m_endpoints);
        m_work->uploader->setProgress([this](int answered) { Q_EMIT progressed(answered); });
    }
    m_sending = true;
    m_work->uploader->sendPending(order, [this](const UploadReport &report) { ended(report); });
    return Done{};
}

void Sender::cancel()
{
    if (m_sending)
        m_work->uploader->cancel();
}

void Sender::ended(const UploadReport &report)
{
    m_sending = false;
    m_work->lock.reset();
    if (const auto noted = m_scheduler->note(report, m_work->source.store); !noted)
        Q_EMIT failed(noted.error());
    Q_EMIT finished(report);
    lookAgain();
}

} // namespace Telemetry
