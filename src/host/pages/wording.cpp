#include "host/pages/wording.h"

#include "host/certificate/months.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const QLocale &locale()
{
    return PageLanguage::current().locale;
}

QString monthText(const QString &month, QLocale::FormatType format)
{
    const QDate day = QDate::fromString(month + u"-01"_s, Qt::ISODate);
    return u"%1 %2"_s.arg(locale().standaloneMonthName(day.month(), format), QString::number(day.year()));
}

} // namespace

QString grouped(qint64 number)
{
    // Not by QLocale alone: of languages that leave four digits together, as Polish does, it writes "1234 567"
    // (Qt 6.4).
    QString text = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    if (text.size() - first > 4 || locale().toString(1000).size() > 4) {
        for (qsizetype at = text.size() - 3; at > first; at -= 3)
            text.insert(at, locale().groupSeparator());
    }
    return text;
}

Html groupedData(qint64 number)
{
    // Below a thousand all our languages write it the same way.
    return number < 1000 ? Html(grouped(number))
                         : element("data", {{"value", QString::number(number)}}, Html(grouped(number)));
}

QString intervalText(const PeopleWithin &number)
{
    return Words::tr("%1 to %2").arg(grouped(number.low), grouped(number.high));
}

Html intervalData(const PeopleWithin &number)
{
    return marked(Words::tr("%1 to %2"), {groupedData(number.low), groupedData(number.high)});
}

QString periodText(const QString &period)
{
    return isMonthName(period) ? monthText(period, QLocale::LongFormat) : Words::tr("week %1").arg(period);
}

QString shortPeriod(const QString &period)
{
    if (isMonthName(period))
        return monthText(period, QLocale::ShortFormat);
    //: A week on the scale of a chart: its number, and the year. As short as can be
    return Words::tr("W%1 %2").arg(period.mid(6), period.left(4));
}

QString dayText(QDate day)
{
    return locale().toString(day, PageLanguage::current().day);
}

QString listed(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    //: The end of a list: "a, b" and "c"
    return Words::tr("%1 and %2").arg(words.mid(0, words.size() - 1).join(u", "_s), words.last());
}

QString shareText(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return {};
    const qint64 percent = (200 * part + whole) / (2 * whole);
    //: A share
    return percent == 0 ? Words::tr("< 1 %") : Words::tr("%1 %").arg(percent);
}

QString decimalText(double number, int decimals)
{
    return locale().toString(number, 'f', decimals);
}

QString permilleText(qint64 number)
{
    return Words::tr("%1 %").arg(decimalText(double(number) / 10, 1));
}

} // namespace Telemetry
