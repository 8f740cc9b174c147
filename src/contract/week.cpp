#include "contract/week.h"

#include "contract/limits.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Telemetry {

Week Week::of(const QDateTime &moment)
{
    const QDate day = moment.toUTC().date();
    return Week(day.addDays(1 - day.dayOfWeek()));
}

std::optional<Week> Week::fromString(QStringView text)
{
    if (text.size() != 8 || text.mid(4, 2) != "-W"_L1)
        return std::nullopt;
    for (const qsizetype i : {0, 1, 2, 3, 6, 7}) {
        if (text[i] < u'0' || text[i] > u'9')
            return std::nullopt;
    }
    const int year = text.left(4).toInt();
    const int number = text.mid(6).toInt();
    if (year < 1970 || number < 1 || number > 53)
        return std::nullopt;
    // 4 January is always in week 1 of its ISO year.
    const QDate fourth(year, 1, 4);
    const Week week(fourth.addDays(1 - fourth.dayOfWeek() + 7 * (number - 1)));
    if (week.toString() != text)
        return std::nullopt;
    return week;
}

QString Week::toString() const
{
    int year = 0;
    const int number = m_monday.weekNumber(&year);
    return u"%1-W%2"_s.arg(QString::number(year).rightJustified(4, u'0'),
                           QString::number(number).rightJustified(2, u'0'));
}

Week Week::plusWeeks(int weeks) const
{
    return Week(m_monday.addDays(7 * qint64(weeks)));
}

int Week::weeksTo(Week other) const
{
    return static_cast<int>(m_monday.daysTo(other.m_monday) / 7);
}

QDateTime Week::closesAt() const
{
    return m_monday.addDays(7 + Limits::weekClosesAfterDays).startOfDay(Qt::UTC);
}

} // namespace Telemetry
