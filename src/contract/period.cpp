#include "contract/period.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The week that has this day, which is noon somewhere in UTC.
Week weekWith(QDate day)
{
    return Week::of(QDateTime(day, QTime(12, 0), Qt::UTC));
}

/// The first or the last Thursday of a month decides which week is its first or last.
Week firstWeekOf(QDate firstDay)
{
    return weekWith(firstDay.addDays((Qt::Thursday - firstDay.dayOfWeek() + 7) % 7));
}

Week lastWeekOf(QDate firstDay)
{
    return firstWeekOf(firstDay.addMonths(1)).plusWeeks(-1);
}

} // namespace

Period::Period(Week week)
    : Period(week, week)
{
}

Period Period::monthOf(Week week)
{
    const QDate thursday = week.thursday();
    const QDate first(thursday.year(), thursday.month(), 1);
    return {firstWeekOf(first), lastWeekOf(first)};
}

QString Period::toString() const
{
    return isMonth() ? m_first.thursday().toString(u"yyyy-MM") : m_first.toString();
}

std::optional<Period> Period::fromString(QStringView text)
{
    if (const auto week = Week::fromString(text))
        return *week;
    const QDate first = QDate::fromString(text.toString() + u"-01"_s, Qt::ISODate);
    if (text.size() != 7 || !first.isValid() || first.year() < 1970 || first.toString(u"yyyy-MM") != text)
        return std::nullopt;
    return monthOf(firstWeekOf(first));
}

} // namespace Telemetry
