#include "client/upload/uploadpolicy.h"

#include "contract/limits.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry::UploadPolicy {

namespace {

QDateTime weekEnd(Week week)
{
    return week.plusWeeks(1).monday().startOfDay(Qt::UTC);
}

qint64 part(double fraction, qint64 seconds)
{
    return static_cast<qint64>(fraction * static_cast<double>(seconds));
}

/// An invalid one stands for "no limit".
QDateTime later(const QDateTime &one, const QDateTime &other)
{
    if (!one.isValid() || !other.isValid())
        return one.isValid() ? one : other;
    return std::max(one, other);
}

QDateTime notAfter(const QDateTime &moment, const QDateTime &limit)
{
    return moment.isValid() && moment > limit ? limit : moment;
}

} // namespace

QDateTime ripeFrom(const TopicDefinition &topic, Week week)
{
    return topic.isCounter() ? weekEnd(week) : week.monday().startOfDay(Qt::UTC);
}

std::optional<Waiting> waitingOf(const QList<SpooledEvent> &pending, const DataDictionary &dictionary)
{
    std::optional<Waiting> waiting;
    for (const SpooledEvent &spooled : pending) {
        const TopicDefinition *topic = dictionary.topic(spooled.event.topic);
        if (!topic)
            continue;
        const QDateTime ripe = ripeFrom(*topic, spooled.event.week());
        const QDateTime overdue = weekEnd(spooled.event.week()).addDays(Limits::overdueDays);
        if (!waiting)
            waiting = Waiting{ripe, overdue};
        waiting->ripeFrom = std::min(waiting->ripeFrom, ripe);
        waiting->overdueFrom = std::min(waiting->overdueFrom, overdue);
    }
    return waiting;
}

int ripeCount(const QList<SpooledEvent> &pending, const DataDictionary &dictionary, const QDateTime &now)
{
    return static_cast<int>(std::count_if(pending.begin(), pending.end(), [&](const SpooledEvent &spooled) {
        const TopicDefinition *topic = dictionary.topic(spooled.event.topic);
        return topic && ripeFrom(*topic, spooled.event.week()) <= now;
    }));
}

QDateTime nextAttempt(const Session &session, const Waiting &waiting, const SendingState &state, const Draw &draw)
{
    const bool overdue = waiting.overdueFrom <= session.started;
    const QDateTime earliest = overdue ? session.started.addSecs(Limits::overdueSendingSeconds)
                                       : later(session.started.addSecs(Limits::firstSendingSeconds), waiting.ripeFrom);
    const qint64 spread = overdue ? Limits::overdueSpreadSeconds : Limits::sendingSpreadSeconds;
    QDateTime next = later(earliest, session.agreed.addSecs(Limits::consentRestSeconds));
    if (state.attempted.isValid())
        next = later(next, state.attempted.addSecs(Limits::sendingIntervalSeconds));
    next = next.addSecs(part(draw.spread, spread));
    return later(next, later(state.notBefore, state.askedToWait));
}

SendingState afterAnswer(const QDateTime &now)
{
    SendingState state;
    state.attempted = now;
    return state;
}

SendingState afterFailure(const SendingState &before, const QDateTime &now, const QByteArray &retryAfter,
                          const Draw &draw)
{
    SendingState state = before;
    state.attempted = now;
    state.failedLast = now;
    if (!state.failingSince.isValid() || state.failures == 0)
        state.failingSince = now;
    ++state.failures;
    qint64 longest = Limits::backOffSeconds;
    for (int i = 1; i < state.failures && longest < Limits::backOffMaximumSeconds; ++i)
        longest *= 2;
    longest = std::min(longest, Limits::backOffMaximumSeconds);
    state.notBefore = now.addSecs(Limits::sendingIntervalSeconds + part(draw.backOff, longest));
    const qint64 wait = retryAfterSeconds(retryAfter, now);
    state.askedToWait = wait > 0 ? now.addSecs(wait) : QDateTime();
    return state;
}

SendingState withoutFuture(const SendingState &state, const QDateTime &now)
{
    SendingState sane = state;
    sane.attempted = notAfter(state.attempted, now);
    sane.failingSince = notAfter(state.failingSince, now);
    sane.failedLast = notAfter(state.failedLast, now);
    sane.notBefore =
        notAfter(state.notBefore, now.addSecs(Limits::sendingIntervalSeconds + Limits::backOffMaximumSeconds));
    sane.askedToWait = notAfter(state.askedToWait, now.addSecs(Limits::retryAfterMaximumSeconds));
    return sane;
}

bool isUnreachable(const SendingState &state)
{
    return state.failures > 0 && state.failingSince.isValid()
           && state.failingSince.addDays(Limits::unreachableDays) <= state.failedLast;
}

qint64 retryAfterSeconds(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return 0;
    qint64 seconds = 0;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        seconds = text.toLongLong(&ok);
        if (!ok) // more digits than any wait has
            seconds = Limits::retryAfterMaximumSeconds;
    } else {
        QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        if (!date.isValid())
            return 0;
        date.setTimeSpec(Qt::UTC);
        seconds = now.secsTo(date);
    }
    return std::clamp<qint64>(seconds, 0, Limits::retryAfterMaximumSeconds);
}

} // namespace Telemetry::UploadPolicy
