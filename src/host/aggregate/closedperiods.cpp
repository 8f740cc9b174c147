#include "host/aggregate/closedperiods.h"

#include "contract/limits.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qint64 quietMs = 2'000; ///< what takes longer shows its progress

} // namespace

Result<ClosedPeriods> countClosedPeriods(const AbstractRawReader &raw, const DataDictionary &dictionary,
                                         const QList<Release> &released, const QDateTime &now, const Progress &progress)
{
    const auto total = raw.count();
    if (!total)
        return total.error();
    ClosedPeriods periods;
    struct Counters
    {
        CellCounter *week = nullptr; // null: not wanted, or an event of a month
        CellCounter *month = nullptr;
    };
    QHash<QString, Counters> byPeriod;
    QSet<QDate> seenWeeks;
    const auto counterOf = [&](const Period &period) -> CellCounter * {
        const bool wanted = period.closesAt() <= now
                            && std::none_of(released.begin(), released.end(),
                                            [&](const Release &release) { return release.period == period; });
        return wanted ? &periods.counters.try_emplace(period, dictionary, period.isMonth()).first->second : nullptr;
    };
    QElapsedTimer time;
    time.start();
    qint64 shown = 0;
    const auto done = raw.visit([&](const AbstractRawReader::RawEvents &alike) {
        periods.seen += alike.people;
        if (time.elapsed() > shown + quietMs) {
            shown = time.elapsed();
            progress(u"reading: %1 of %2 events"_s.arg(QString::number(periods.seen), QString::number(total.value())));
        }
        auto known = byPeriod.find(alike.period);
        if (known == byPeriod.end()) {
            known = byPeriod.insert(alike.period, {});
            if (const auto period = Period::fromString(alike.period)) {
                const Week week = period->firstWeek();
                *known = {period->isMonth() ? nullptr : counterOf(week), counterOf(Period::monthOf(week))};
                if (!period->isMonth())
                    seenWeeks.insert(week.monday());
            }
        }
        bool defined = true;
        for (CellCounter *counter : {known->week, known->month})
            defined = (!counter || counter->add(alike.topic, alike.value, alike.firstIn, alike.people)) && defined;
        periods.undefined += defined ? 0 : alike.people;
    });
    if (!done)
        return done.error();
    std::erase_if(periods.counters, [&](const auto &each) {
        const Period &period = each.first;
        for (Week week = period.firstWeek(); week <= period.lastWeek(); week = week.plusWeeks(1)) {
            if (!seenWeeks.contains(week.monday()) && week.monday().addDays(Limits::rawDays).startOfDay(Qt::UTC) <= now)
                return true;
        }
        return false;
    });
    return periods;
}

} // namespace Telemetry
