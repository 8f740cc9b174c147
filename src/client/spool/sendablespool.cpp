#include "client/spool/sendablespool.h"

#include "client/spool/sendable.h"

namespace Telemetry {

SendableSpool::SendableSpool(AbstractSpool &inner, const DataDictionary &dictionary,
                             const AbstractHeldTopics &heldTopics, const Clock &clock)
    : m_inner(inner)
    , m_dictionary(dictionary)
    , m_heldTopics(heldTopics)
    , m_clock(clock)
{
}

Result<Done> SendableSpool::record(const Event &event)
{
    const auto held = m_heldTopics.read();
    if (!held)
        return held.error();
    if (held.value().contains(event.topic))
        return Done{};
    return m_inner.record(event);
}

Result<QList<SpooledEvent>> SendableSpool::pending(Level level) const
{
    auto events = m_inner.pending(level);
    if (!events)
        return events;
    return leavingNow(std::move(events).value());
}

Result<QList<SpooledEvent>> SendableSpool::beginSending(const QList<SpooledEvent> &batch)
{
    const auto leaving = leavingNow(batch); // a topic may have been held since pending()
    if (!leaving)
        return leaving;
    return m_inner.beginSending(leaving.value());
}

Result<QList<SpooledEvent>> SendableSpool::leavingNow(QList<SpooledEvent> events) const
{
    if (events.isEmpty())
        return events;
    const auto held = m_heldTopics.read();
    if (!held)
        return held.error();
    const Week now = Week::of(m_clock.now());
    events.removeIf([&](const SpooledEvent &spooled) {
        return departureOf(spooled.event.topic, spooled.event.week(), m_dictionary, held.value(), now)
               != Departure::Now;
    });
    return events;
}

} // namespace Telemetry
