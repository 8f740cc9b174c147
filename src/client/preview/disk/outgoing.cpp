#include "client/preview/disk/outgoing.h"

#include "client/spool/disk/sqlitepreview.h"
#include "client/spool/sendable.h"
#include "client/upload/batches.h"

#include <algorithm>

namespace Telemetry {

Outgoing::Outgoing(const DataDictionary &dictionary, const Endpoints &endpoints, QSet<QString> held, Week now)
    : m_dictionary(dictionary)
    , m_endpoints(endpoints)
    , m_held(std::move(held))
    , m_now(now)
{
}

bool Outgoing::leavesNow(const SpooledEvent &event) const
{
    const TopicDefinition *topic = m_dictionary.topic(event.event.topic);
    return event.state == SpooledEvent::State::Pending && topic && topic->level == event.level
           && departureOf(event.event.topic, event.event.week(), m_dictionary, m_held, m_now) == Departure::Now;
}

QString Outgoing::whyNot(const SpooledEvent &event) const
{
    if (event.state == SpooledEvent::State::Refused)
        return tr("The server refused it: %1. It is not sent again.").arg(event.reason);
    switch (departureOf(event.event.topic, event.event.week(), m_dictionary, m_held, m_now)) {
    case Departure::StillGrowing:
        return tr("Its count still grows. It is sent after the week, with the count that it has then.");
    case Departure::Held:
        return tr("You hold this topic. Nothing of it is recorded or sent until you release it.");
    case Departure::Never:
        return tr("This version does not know the topic. It is not sent.");
    case Departure::Now:
        break;
    }
    return {};
}

Result<QList<QList<SpooledEvent>>> Outgoing::batches(const SqlitePreview &spool, Level level) const
{
    QList<SpooledEvent> leaving;
    const auto read = spool.unsent([&](const SpooledEvent &event) {
        if (event.level == level && leavesNow(event))
            leaving.append(event);
        return true;
    });
    if (!read)
        return read.error();
    return batchesOf(leaving, m_dictionary.version());
}

Result<QList<Request>> Outgoing::requests(const SqlitePreview &spool, Level level) const
{
    const auto all = batches(spool, level);
    if (!all)
        return all.error();
    QList<Request> requests;
    for (const QList<SpooledEvent> &batch : all.value())
        requests.append(batchRequest(m_endpoints, level, m_dictionary.version(), batch));
    return requests;
}

Result<std::optional<Request>> Outgoing::requestWith(const SqlitePreview &spool, const SpooledEvent &event) const
{
    const auto all = batches(spool, event.level);
    if (!all)
        return all.error();
    for (const QList<SpooledEvent> &batch : all.value()) {
        const bool carries =
            std::any_of(batch.begin(), batch.end(), [&](const SpooledEvent &one) { return one.event == event.event; });
        if (carries)
            return std::optional(batchRequest(m_endpoints, event.level, m_dictionary.version(), batch));
    }
    return std::optional<Request>();
}

} // namespace Telemetry
