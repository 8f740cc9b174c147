#include "host/aggregate/release.h"

#include "host/aggregate/discretegaussian.h"

#include <algorithm>

namespace Telemetry {

std::optional<qint64> publishedCount(qint64 noisy, qint64 threshold, qint64 rounding)
{
    if (noisy < threshold)
        return std::nullopt;
    const qint64 rest = noisy % rounding;
    return noisy - rest + (2 * rest >= rounding ? rounding : 0);
}

NewRelease makeRelease(Week week, const DataDictionary &dictionary, const TableCounts &counts, const QByteArray &key)
{
    NewRelease made{{week, dictionary.version(), dictionary.rounding(), {}, {}}, {}};
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables)
            made.release.drawings.append({table.table, table.sigma, table.threshold});
    }
    std::sort(made.release.drawings.begin(), made.release.drawings.end(),
              [](const Drawing &one, const Drawing &other) { return one.table < other.table; });
    const QString weekName = week.toString();
    for (const Drawing &drawing : std::as_const(made.release.drawings)) {
        const CellCounts cells = counts.value(drawing.table);
        if (cells.isEmpty())
            continue;
        ReleaseTally &tally = made.tallies[drawing.table];
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            NoiseStream stream(key, weekName, drawing.table, cell.key());
            const qint64 noisy = cell.value() + Noise::discreteGaussian(drawing.sigma, stream);
            if (const auto published = publishedCount(noisy, drawing.threshold, dictionary.rounding())) {
                made.release.cells.append({drawing.table, cell.key(), *published});
                ++tally.published;
            } else {
                ++tally.suppressed;
            }
        }
    }
    return made;
}

} // namespace Telemetry
