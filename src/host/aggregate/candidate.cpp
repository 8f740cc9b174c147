#include "host/aggregate/candidate.h"

#include "contract/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QJsonObject objectOf(const Release &release)
{
    QJsonArray drawings;
    for (const Drawing &drawing : release.drawings)
        drawings.append(QJsonArray{drawing.table, drawing.sigma, drawing.threshold, drawing.topic,
                                   QJsonArray::fromStringList(drawing.dimensions)});
    QJsonArray cells;
    for (const ReleasedCell &cell : release.cells)
        cells.append(QJsonArray{cell.table, cell.key, cell.reporters});
    QJsonArray sums;
    for (const RunningSum &sum : release.sums)
        sums.append(QJsonArray{sum.table, sum.noisy, sum.months});
    return {{u"period"_s, release.period.toString()},
            {u"dictionary"_s, release.dictionary},
            {u"rounding"_s, release.rounding},
            {u"drawings"_s, drawings},
            {u"cells"_s, cells},
            {u"sums"_s, sums}};
}

} // namespace

QByteArray digestOf(const QList<Candidate> &candidates)
{
    if (candidates.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Candidate &candidate : candidates) {
        hash.addData(canonicalJson(objectOf(candidate.release)));
        hash.addData("\n");
    }
    return hash.result().toHex();
}

QList<Period> missedPeriods(const QList<Period> &known, const QDateTime &now, int days)
{
    QList<Period> missed;
    if (known.isEmpty())
        return missed;
    const auto [first, last] = std::minmax_element(known.begin(), known.end());
    QList<Period> months;
    std::copy_if(known.begin(), known.end(), std::back_inserter(months),
                 [](const Period &period) { return period.isMonth(); });
    const auto lastMonth = std::max_element(months.begin(), months.end());
    const auto isDue = [&](const Period &period) { return period.closesAt().addDays(days) <= now; };
    const auto hasItsWeeks = [&](const Period &month) {
        Week week = month.firstWeek();
        while (week <= month.lastWeek() && known.contains(week))
            week = week.plusWeeks(1);
        return week > month.lastWeek();
    };
    for (Week week = first->firstWeek(); isDue(week); week = week.plusWeeks(1)) {
        if (last->lastWeek() < week)
            missed.append(week);
        const Period month = Period::monthOf(week);
        const bool isAfterTheLast = lastMonth == months.end() || *lastMonth < month;
        if (month.lastWeek() == week && isAfterTheLast && hasItsWeeks(month))
            missed.append(month);
    }
    return missed;
}

} // namespace Telemetry
