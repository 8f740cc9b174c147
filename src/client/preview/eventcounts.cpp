#include "client/preview/eventcounts.h"

#include "client/spool/sendable.h"

#include <QHash>

namespace Telemetry {

EventCounts countEvents(const EventStore &store, const DataDictionary &dictionary, const QSet<QString> &held,
                        std::optional<Week> now)
{
    EventCounts counts;
    QHash<quint32, Departure> departures; // by topic and week, of which there are few
    for (int i = 0; i < store.size(); ++i) {
        const EventStore::Row &row = store.row(i);
        if (row.state == SpooledEvent::State::Refused) {
            ++counts.refused;
            continue;
        }
        const quint32 kind = (quint32(row.topic) << 16) | row.week;
        auto departure = departures.constFind(kind);
        if (departure == departures.constEnd()) {
            const auto week = Week::fromString(store.week(row));
            departure = departures.insert(
                kind, now && week ? departureOf(store.topic(row), *week, dictionary, held, *now) : Departure::Never);
        }
        counts.leaving += *departure == Departure::Now ? 1 : 0;
        counts.growing += *departure == Departure::StillGrowing ? 1 : 0;
        counts.held += *departure == Departure::Held ? 1 : 0;
    }
    return counts;
}

} // namespace Telemetry
