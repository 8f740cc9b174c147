#include "host/raw/rawage.h"

#include "contract/limits.h"
#include "contract/period.h"

#include <algorithm>
#include <iterator>

namespace Telemetry {

bool isTooOldToKeep(QStringView period, const QDateTime &now)
{
    const auto known = Period::fromString(period);
    return !known || known->firstWeek().monday().addDays(Limits::rawDays).startOfDay(Qt::UTC) <= now;
}

OldPeriods oldPeriods(const QStringList &periods, QDate tidiedOn, const QDateTime &now, bool doubted)
{
    OldPeriods old;
    std::copy_if(periods.begin(), periods.end(), std::back_inserter(old.periods),
                 [&](const QString &period) { return isTooOldToKeep(period, now); });
    // A host that runs has events of the open weeks; not one whose clock is weeks ahead.
    const bool hasNews = std::any_of(periods.begin(), periods.end(), [&](const QString &text) {
        const auto period = Period::fromString(text);
        return period && now.toUTC() < period->closesAt().addDays(Limits::runClockDays);
    });
    const qint64 daysSince = tidiedOn.isValid() ? tidiedOn.daysTo(now.toUTC().date()) : 0;
    const bool aDayPassed = daysSince >= 1 && daysSince <= Limits::clockBelievedDays;
    old.sure = old.periods.isEmpty() || aDayPassed || (!doubted && hasNews);
    return old;
}

} // namespace Telemetry
