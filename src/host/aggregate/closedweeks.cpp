#include "host/aggregate/closedweeks.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qint64 quietMs = 2'000; ///< what takes longer shows its progress
constexpr qint64 eventsPerLook = 10'000;

} // namespace

Result<ClosedWeeks> countClosedWeeks(const AbstractRawReader &raw, const DataDictionary &dictionary,
                                     const QList<Release> &released, const QDateTime &now, const Progress &progress)
{
    const auto total = raw.count();
    if (!total)
        return total.error();
    ClosedWeeks weeks;
    QHash<QString, CellCounter *> byName; // null: not wanted
    QElapsedTimer time;
    time.start();
    qint64 shown = 0;
    const auto done = raw.visit([&](const AbstractRawReader::RawEvent &event) {
        if (++weeks.seen % eventsPerLook == 0 && time.elapsed() > shown + quietMs) {
            shown = time.elapsed();
            progress(u"reading: %1 of %2 events"_s.arg(QString::number(weeks.seen), QString::number(total.value())));
        }
        auto known = byName.find(event.week);
        if (known == byName.end()) {
            const auto week = Week::fromString(event.week);
            const bool wanted = week && week->closesAt() <= now
                                && std::none_of(released.begin(), released.end(),
                                                [&](const Release &release) { return release.week == *week; });
            known = byName.insert(event.week,
                                  wanted ? &weeks.counters.try_emplace(*week, dictionary).first->second : nullptr);
        }
        if (*known && !(*known)->add(event.topic, event.value, event.firstIn))
            ++weeks.undefined;
    });
    if (!done)
        return done.error();
    return weeks;
}

} // namespace Telemetry
