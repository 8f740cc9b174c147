#include "host/pages/periodaxis.h"

#include "contract/week.h"
#include "host/certificate/months.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qsizetype mostOpenMonths = 12;
constexpr qsizetype mostOpenWeeks = 53;

QString weekOf(QDate day)
{
    return Week::of(QDateTime(day, QTime(12, 0), QTimeZone::utc())).toString();
}

QString monthOf(QDate day)
{
    return day.toString(u"yyyy-MM"_s);
}

QStringList weeksBetween(const QString &first, const QString &last)
{
    QStringList weeks;
    const auto end = Week::fromString(last);
    for (auto week = Week::fromString(first); week && end && *week <= *end; week = week->plusWeeks(1))
        weeks.append(week->toString());
    return weeks;
}

} // namespace

QStringList axisOf(const QStringList &released)
{
    if (released.isEmpty())
        return {};
    return isMonthName(released.first()) ? monthsBetween(released.first(), released.last())
                                         : weeksBetween(released.first(), released.last());
}

QStringList openAfter(const QStringList &axis, QDate day)
{
    if (axis.isEmpty() || !day.isValid())
        return {};
    const bool isMonth = isMonthName(axis.last());
    const QString now = isMonth ? monthOf(day) : weekOf(day);
    // Both forms sort by time as text.
    if (now <= axis.last())
        return {};
    const QStringList all = isMonth ? monthsBetween(axis.last(), now) : weeksBetween(axis.last(), now);
    return all.mid(1, isMonth ? mostOpenMonths : mostOpenWeeks);
}

QString monthOfPeriod(const QString &period)
{
    if (isMonthName(period))
        return period;
    const auto week = Week::fromString(period);
    return week ? monthOf(week->thursday()) : QString();
}

qsizetype placeOf(QDate day, const QStringList &axis)
{
    if (axis.isEmpty() || !day.isValid())
        return -1;
    return axis.indexOf(isMonthName(axis.first()) ? monthOf(day) : weekOf(day));
}

} // namespace Telemetry
