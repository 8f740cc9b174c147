#include "client/spool/firstinspool.h"

#include <algorithm>
#include <utility>

namespace Telemetry {

FirstInSpool::FirstInSpool(AbstractSpool &inner, const DataDictionary &dictionary, AbstractSeen &seen,
                           QString environment)
    : m_inner(inner)
    , m_dictionary(dictionary)
    , m_seen(seen)
    , m_environment(std::move(environment))
{
}

std::optional<FirstIn> FirstInSpool::longestOf(const Event &event) const
{
    const TopicDefinition *topic = m_dictionary.topic(event.topic);
    return topic ? topic->firstIn : std::nullopt;
}

Result<QList<Event>> FirstInSpool::waiting(const Seen &seen, const QString &computer) const
{
    QList<Event> events;
    for (const Level level : sendingLevels()) {
        const auto pending = m_inner.pending(level);
        if (!pending)
            return pending.error();
        for (const SpooledEvent &spooled : pending.value()) {
            if (longestOf(spooled.event))
                events.append(spooled.event);
        }
    }
    std::stable_sort(events.begin(), events.end(), [](const Event &a, const Event &b) { return a.week() < b.week(); });
    Seen after = seen; // as if those before had been sent
    for (Event &event : events) {
        const QString owner = after.computerOf(event, computer);
        event.firstIn = after.firstIn(owner, event.topic, event.week(), *longestOf(event));
        after.take(owner, event, m_environment);
    }
    return events;
}

Result<Done> FirstInSpool::record(const Event &event)
{
    const auto longest = longestOf(event);
    if (!longest)
        return m_inner.record(event);
    const auto computer = m_seen.computer();
    if (!computer)
        return computer.error();
    const auto seen = m_seen.read();
    if (!seen)
        return seen.error();
    Event named = event;
    named.firstIn = seen.value().firstIn(computer.value(), event.topic, event.week(), *longest);
    if (const auto recorded = m_inner.record(named); !recorded)
        return recorded;
    const auto waits = isPending(event);
    if (!waits)
        return waits.error();
    if (!waits.value())
        return Done{}; // it was sent in this week already
    const auto noted = m_seen.change([&](Seen &list) { list.noteRecorded(computer.value(), event); });
    return noted ? refresh() : noted; // others may wait that come before it
}

Result<bool> FirstInSpool::isPending(const Event &event) const
{
    const auto pending = m_inner.pending(m_dictionary.topic(event.topic)->level);
    if (!pending)
        return pending.error();
    return std::any_of(pending.value().begin(), pending.value().end(), [&](const SpooledEvent &spooled) {
        return spooled.event.topic == event.topic && spooled.event.reporter == event.reporter;
    });
}

Result<Done> FirstInSpool::refresh()
{
    const auto computer = m_seen.computer();
    if (!computer)
        return computer.error();
    const auto seen = m_seen.read();
    if (!seen)
        return seen.error();
    const auto events = waiting(seen.value(), computer.value());
    if (!events)
        return events.error();
    for (const Event &event : events.value()) {
        // The inner spool keeps its bytes when nothing has changed.
        if (const auto recorded = m_inner.record(event); !recorded)
            return recorded;
    }
    return Done{};
}

Result<QList<SpooledEvent>> FirstInSpool::beginSending(const QList<SpooledEvent> &batch)
{
    if (std::none_of(batch.begin(), batch.end(),
                     [this](const SpooledEvent &spooled) { return longestOf(spooled.event).has_value(); }))
        return m_inner.beginSending(batch);
    const auto computer = m_seen.computer();
    if (!computer)
        return computer.error();
    QList<SpooledEvent> right;
    const auto taken = m_seen.change([&](Seen &seen) {
        right.clear();
        const auto expected = waiting(seen, computer.value());
        for (const SpooledEvent &spooled : batch) {
            const bool named = longestOf(spooled.event).has_value();
            if (named && (!expected || !expected.value().contains(spooled.event)))
                continue;
            right.append(spooled);
            if (named)
                seen.take(seen.computerOf(spooled.event, computer.value()), spooled.event, m_environment);
        }
    });
    if (!taken)
        return taken.error();
    auto leaving = m_inner.beginSending(right);
    QList<SpooledEvent> staying = right;
    if (leaving)
        staying.removeIf([&](const SpooledEvent &spooled) {
            return std::any_of(leaving.value().begin(), leaving.value().end(),
                               [&](const SpooledEvent &each) { return each.event == spooled.event; });
        });
    if (const auto given = giveBack(staying); !given)
        return given.error();
    if (right.size() < batch.size()) {
        if (const auto refreshed = refresh(); !refreshed)
            return refreshed.error();
    }
    return leaving;
}

/// Those that may have arrived at an earlier sending count as seen for good.
Result<Done> FirstInSpool::giveBack(const QList<SpooledEvent> &events)
{
    QList<Event> back;
    for (const SpooledEvent &spooled : events) {
        if (longestOf(spooled.event) && spooled.receipt.isEmpty())
            back.append(spooled.event);
    }
    if (back.isEmpty())
        return Done{};
    const auto computer = m_seen.computer();
    if (!computer)
        return computer.error();
    return m_seen.change([&](Seen &seen) {
        for (const Event &event : std::as_const(back))
            seen.giveBack(seen.computerOf(event, computer.value()), event, m_environment);
    });
}

Result<Done> FirstInSpool::undoSending(const QList<SpooledEvent> &batch)
{
    const auto given = giveBack(batch);
    const auto undone = m_inner.undoSending(batch);
    return undone ? given : undone;
}

Result<Done> FirstInSpool::markSent(const QList<SpooledEvent> &sent)
{
    if (const auto marked = m_inner.markSent(sent); !marked)
        return marked;
    if (const auto forgotten = forgetRecorded(sent); !forgotten)
        return forgotten;
    return refresh();
}

Result<Done> FirstInSpool::forgetRecorded(const QList<SpooledEvent> &events)
{
    return m_seen.change([&](Seen &seen) {
        for (const SpooledEvent &spooled : events)
            seen.forgetRecorded(spooled.event);
    });
}

Result<Done> FirstInSpool::markRefused(const SpooledEvent &refused, const QString &reason)
{
    const auto given = giveBack({refused});
    auto marked = m_inner.markRefused(refused, reason);
    if (marked)
        marked = forgetRecorded({refused});
    if (marked)
        marked = refresh();
    return marked ? given : marked;
}

Result<Done> FirstInSpool::expire(const QDateTime &now)
{
    if (const auto expired = m_inner.expire(now); !expired)
        return expired;
    const auto forgotten = m_seen.change([&](Seen &seen) { seen.expire(Week::of(now)); });
    return forgotten ? refresh() : forgotten;
}

} // namespace Telemetry
