#include "host/certificate/yearfigures.h"

#include "host/certificate/months.h"

#include <algorithm>
#include <cmath>

namespace Telemetry {

namespace {

int yearOf(const QString &month)
{
    return month.left(4).toInt();
}

/// Of numbers that are not negative.
qint64 dividedUp(qint64 number, qint64 by)
{
    return (number + by - 1) / by;
}

qint64 rootUp(qint64 square)
{
    auto root = static_cast<qint64>(std::sqrt(static_cast<double>(square)));
    while (root * root < square)
        ++root;
    while (root > 0 && (root - 1) * (root - 1) >= square)
        --root;
    return root;
}

PeopleWithin meanOf(const QList<CertifiedMonth> &months)
{
    qint64 sum = 0;
    qint64 squares = 0;
    qint64 rounding = 0;
    for (const CertifiedMonth &month : months) {
        const qint64 half = month.rounding / 2;
        const qint64 noise = std::max<qint64>(month.number.high - month.number.people - half, 0);
        sum += month.number.people;
        squares += noise * noise;
        rounding = std::max(rounding, half);
    }
    const qint64 count = months.size();
    const qint64 half = dividedUp(rootUp(squares), count) + rounding;
    return {(2 * sum + count) / (2 * count), std::max<qint64>(0, sum / count - half), dividedUp(sum, count) + half};
}

} // namespace

QList<CertifiedYear> yearsOf(const QString &from, const QString &to, const QList<CertifiedMonth> &months)
{
    QList<CertifiedYear> years;
    for (const QString &month : monthsBetween(from, to)) {
        if (years.isEmpty() || years.last().year != yearOf(month))
            years.append({yearOf(month), 0, 0, std::nullopt});
        ++years.last().months;
    }
    for (CertifiedYear &year : years) {
        QList<CertifiedMonth> published;
        std::copy_if(months.begin(), months.end(), std::back_inserter(published),
                     [&](const CertifiedMonth &month) { return yearOf(month.period) == year.year; });
        year.published = static_cast<int>(published.size());
        if (!published.isEmpty())
            year.mean = meanOf(published);
    }
    return years;
}

} // namespace Telemetry
