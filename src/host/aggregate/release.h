#pragma once

#include "host/aggregate/cellcounter.h"

#include "contract/datadictionary.h"
#include "contract/period.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// One published number. Never zero.
struct ReleasedCell
{
    QString table;
    QString key; ///< see cellKey()
    qint64 reporters = 0;

    friend bool operator==(const ReleasedCell &, const ReleasedCell &) = default;
};

/// How the numbers of one table were drawn.
struct Drawing
{
    QString table;
    int sigma = 0;        ///< of the noise of each cell
    qint64 threshold = 0; ///< the least noisy count that was published
    QString topic = {};
    QStringList dimensions = {}; ///< what a cell's key is of, as the dictionary of then says

    friend bool operator==(const Drawing &, const Drawing &) = default;
};

/// What a table that is summed up has reached: its months' counts, each with its noise.
struct RunningSum
{
    QString table;
    qint64 noisy = 0;
    int months = 0; ///< that were drawn

    friend bool operator==(const RunningSum &, const RunningSum &) = default;
};

/// What is published of one week or month, for good.
struct Release
{
    Period period;
    int dictionary = 0; ///< version of the data dictionary
    qint64 rounding = 0;
    QList<Drawing> drawings;     ///< of every table of this kind of period, sorted by table
    QList<ReleasedCell> cells;   ///< sorted by table and key
    QList<RunningSum> sums = {}; ///< sorted by table; of months only

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
[[nodiscard]] std::optional<qint64> publishedCount(qint64 noisy, qint64 threshold, qint64 rounding);

/// The least sum of so many months that is published: the noise adds up, and the threshold with it, so that one person
/// alone is published with the same probability.
[[nodiscard]] qint64 thresholdOfSum(qint64 threshold, int months);

/// How far a published number may be from the count, with a probability of 95 %: the noise of so many months (one, of
/// what is not summed up), and the rounding.
[[nodiscard]] qint64 withinOf(int sigma, qint64 rounding, int months = 1);

/// Draws the noise of each cell and keeps what may be published, as the dictionary says for its table; what is counted
/// of a table that it does not have, or of another kind of period, is not published. The same key and counts give the
/// same release. `before`: what the month before has reached, in the same year for what is summed up by year.
[[nodiscard]] NewRelease makeRelease(const Period &period, const DataDictionary &dictionary, const TableCounts &counts,
                                     const QByteArray &key, const Release *before = nullptr);

} // namespace Telemetry
