#include "host/aggregate/release.h"

#include "host/aggregate/discretegaussian.h"

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

std::optional<qint64> publishedCount(qint64 noisy, qint64 threshold, qint64 rounding)
{
    if (noisy < threshold)
        return std::nullopt;
    const qint64 rest = noisy % rounding;
    return noisy - rest + (2 * rest >= rounding ? rounding : 0);
}

qint64 thresholdOfSum(qint64 threshold, int months)
{
    return static_cast<qint64>(std::ceil(double(threshold) * std::sqrt(double(months))));
}

qint64 withinOf(int sigma, qint64 rounding, int months)
{
    const double one = double(Noise::intervalOfDiscreteGaussian(sigma));
    return static_cast<qint64>(std::ceil(one * std::sqrt(double(months)))) + rounding / 2;
}

namespace {

/// What the sum of a table was at the end of the month before; of a year, when that is the same year.
RunningSum sumBefore(const TableDefinition &table, const Period &period, const Release *before)
{
    if (before && (table.period == FirstIn::Ever || before->period.toString().left(4) == period.toString().left(4))) {
        for (const RunningSum &sum : before->sums) {
            if (sum.table == table.table)
                return sum;
        }
    }
    return {table.table, 0, 0};
}

const auto total = u"[]"_s; ///< the one cell of a table without dimensions

} // namespace

NewRelease makeRelease(const Period &period, const DataDictionary &dictionary, const TableCounts &counts,
                       const QByteArray &key, const Release *before)
{
    NewRelease made{{period, dictionary.version(), dictionary.rounding(), {}, {}}, {}};
    QMap<QString, std::pair<const TopicDefinition *, const TableDefinition *>> tables;
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables) {
            if ((table.period > FirstIn::Week) == period.isMonth())
                tables.insert(table.table, {&topic, &table});
        }
    }
    for (const auto &[topic, table] : std::as_const(tables)) {
        made.release.drawings.append({table->table, table->sigma, table->threshold, topic->topic, table->dimensions});
        CellCounts cells = counts.value(table->table);
        if (table->isSum() && cells.isEmpty())
            cells[total] = 0; // a month without anybody new has its noise, too
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            NoiseStream stream(key, period.toString(), table->table, cell.key());
            qint64 noisy = cell.value() + Noise::discreteGaussian(table->sigma, stream);
            qint64 threshold = table->threshold;
            if (table->isSum()) {
                RunningSum sum = sumBefore(*table, period, before);
                noisy = sum.noisy += noisy;
                threshold = thresholdOfSum(threshold, ++sum.months);
                made.release.sums.append(sum);
            }
            ReleaseTally &tally = made.tallies[table->table];
            if (const auto published = publishedCount(noisy, threshold, dictionary.rounding())) {
                made.release.cells.append({table->table, cell.key(), *published});
                ++tally.published;
            } else {
                ++tally.suppressed;
            }
        }
    }
    return made;
}

} // namespace Telemetry
