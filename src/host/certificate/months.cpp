#include "host/certificate/months.h"

#include "contract/period.h"

#include <QDate>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QDate firstDay(const QString &month)
{
    return QDate::fromString(month + u"-01"_s, Qt::ISODate);
}

} // namespace

bool isMonthName(const QString &text)
{
    const auto period = Period::fromString(text);
    return period && period->isMonth();
}

QStringList monthsBetween(const QString &from, const QString &to)
{
    QStringList months;
    for (QDate day = firstDay(from); day <= firstDay(to); day = day.addMonths(1))
        months.append(day.toString(u"yyyy-MM"));
    return months;
}

QString monthInWords(const QString &month)
{
    return QLocale::c().toString(firstDay(month), u"MMMM yyyy");
}

} // namespace Telemetry
