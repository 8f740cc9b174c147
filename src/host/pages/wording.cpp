#include "host/pages/wording.h"

#include "host/certificate/months.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString grouped(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

QString intervalText(const PeopleWithin &number)
{
    return u"%1 to %2"_s.arg(grouped(number.low), grouped(number.high));
}

QString periodText(const QString &period)
{
    return isMonthName(period) ? monthInWords(period) : u"week "_s + period;
}

QString shortPeriod(const QString &period)
{
    if (!isMonthName(period))
        return u"%1 %2"_s.arg(period.mid(5), period.left(4));
    return QLocale::c().toString(QDate::fromString(period + u"-01"_s, Qt::ISODate), u"MMM yyyy");
}

QString dayText(QDate day)
{
    return QLocale::c().toString(day, u"d MMMM yyyy");
}

QString listed(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.mid(0, words.size() - 1).join(u", "_s) + u" and "_s + words.last();
}

QString shareText(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return {};
    const qint64 percent = (200 * part + whole) / (2 * whole);
    return percent == 0 ? u"< 1 %"_s : u"%1 %"_s.arg(percent);
}

} // namespace Telemetry
