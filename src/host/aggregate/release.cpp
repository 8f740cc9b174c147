#include "host/aggregate/release.h"

#include "host/aggregate/discretelaplace.h"

namespace Telemetry {

std::optional<qint64> publishedCount(qint64 noisy, const ReleaseParameters &parameters)
{
    if (noisy < parameters.threshold)
        return std::nullopt;
    const qint64 rest = noisy % parameters.rounding;
    return noisy - rest + (2 * rest >= parameters.rounding ? parameters.rounding : 0);
}

NewRelease makeRelease(Week week, int dictionaryVersion, const TableCounts &counts, const ReleaseParameters &parameters,
                       const QByteArray &key)
{
    NewRelease made{
        {week, dictionaryVersion, parameters.epsilon.toString(), parameters.threshold, parameters.rounding, {}}, {}};
    const QString weekName = week.toString();
    for (auto table = counts.begin(); table != counts.end(); ++table) {
        ReleaseTally &tally = made.tallies[table.key()];
        for (auto cell = table.value().begin(); cell != table.value().end(); ++cell) {
            NoiseStream stream(key, weekName, table.key(), cell.key());
            const qint64 noisy = cell.value() + Noise::discreteLaplace(parameters.epsilon, stream);
            if (const auto published = publishedCount(noisy, parameters)) {
                made.release.cells.append({table.key(), cell.key(), *published});
                ++tally.published;
            } else {
                ++tally.suppressed;
            }
        }
    }
    return made;
}

} // namespace Telemetry
