#include "host/aggregate/publicperiod.h"

#include "host/aggregate/jsonrows.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QByteArray tableOfPeriod(const Release &release, const Drawing &drawing)
{
    const auto sum = std::find_if(release.sums.begin(), release.sums.end(),
                                  [&](const RunningSum &each) { return each.table == drawing.table; });
    const int months = sum != release.sums.end() ? sum->months : 1;
    JsonRows rows({{u"table"_s, drawing.table},
                   {u"topic"_s, drawing.topic},
                   {u"dimensions"_s, QJsonArray::fromStringList(drawing.dimensions)},
                   {u"sigma"_s, drawing.sigma},
                   {u"threshold"_s, drawing.threshold},
                   {u"within"_s, withinOf(drawing.sigma, release.rounding, months)}});
    for (const ReleasedCell &cell : release.cells) {
        if (cell.table == drawing.table)
            rows.add(cell);
    }
    return rows.take();
}

} // namespace

QString publicPeriodPath(const Period &period)
{
    return u"periods/%1.json"_s.arg(period.toString());
}

QByteArray publicPeriod(const Release &release)
{
    QByteArray tables;
    for (const Drawing &drawing : release.drawings)
        tables += (tables.isEmpty() ? "" : ",") + tableOfPeriod(release, drawing);
    return "{\"dictionary\":" + QByteArray::number(release.dictionary) + ",\"period\":\""
           + release.period.toString().toLatin1() + "\",\"rounding\":" + QByteArray::number(release.rounding)
           + ",\"tables\":[" + tables + "]}\n";
}

} // namespace Telemetry
