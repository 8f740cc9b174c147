#pragma once

#include "host/aggregate/cellcounter.h"
#include "host/aggregate/epsilon.h"

#include "contract/week.h"

#include <QList>
#include <QMap>

#include <optional>

namespace Telemetry {

/// How counts become public.
struct ReleaseParameters
{
    Epsilon epsilon;       ///< of each cell
    qint64 threshold = 15; ///< the least noisy count that is published
    qint64 rounding = 5;   ///< published counts are multiples of it; not above the threshold
};

/// One published number. Never zero.
struct ReleasedCell
{
    QString table;
    QString key; ///< see cellKey()
    qint64 reporters = 0;

    friend bool operator==(const ReleasedCell &, const ReleasedCell &) = default;
};

/// What is published of one week, for good.
struct Release
{
    Week week;
    int dictionary = 0; ///< version of the data dictionary
    QString epsilon;
    qint64 threshold = 0;
    qint64 rounding = 0;
    QList<ReleasedCell> cells; ///< sorted by table and key

    friend bool operator==(const Release &, const Release &) = default;
};

/// How many cells of a table were published, and how many were not. For the operator, never public.
struct ReleaseTally
{
    qint64 published = 0;
    qint64 suppressed = 0;
};

struct NewRelease
{
    Release release;
    QMap<QString, ReleaseTally> tallies; ///< by table
};

/// What is published of a count that has its noise: nothing below the threshold, else the nearest multiple of the
/// rounding, ties up.
[[nodiscard]] std::optional<qint64> publishedCount(qint64 noisy, const ReleaseParameters &parameters);

/// Draws the noise of each cell and keeps what may be published. The same key and counts give the same release.
[[nodiscard]] NewRelease makeRelease(Week week, int dictionaryVersion, const TableCounts &counts,
                                     const ReleaseParameters &parameters, const QByteArray &key);

} // namespace Telemetry
