#include "host/aggregate/candidate.h"

#include "contract/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

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
    const auto isDue = [&](const Period &period) { return period.closesAt().addDays(days) <= now; };
    const auto last = std::max_element(known.begin(), known.end(),
                                       [](const Period &a, const Period &b) { return a.lastWeek() < b.lastWeek(); });
    for (Week week = last->lastWeek().plusWeeks(1); isDue(week); week = week.plusWeeks(1)) {
        missed.append(week);
        const Period month = Period::monthOf(week);
        if (month.lastWeek() == week)
            missed.append(month);
    }
    return missed;
}

} // namespace Telemetry
