#pragma once

#include "host/aggregate/candidate.h"

#include "contract/datadictionary.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// A number that a person should look at.
struct Jump
{
    QString period;
    QString table;
    QString key;
    qint64 people = 0;
    double usual = 0; ///< the median of the year before
    double z = 0;     ///< robust: by the median absolute deviation, which is never taken for less than the noise
};

/// A table of one candidate.
struct ReviewedTable
{
    QString table;
    qint64 cells = 0;
    qint64 people = 0;                ///< of all cells together
    std::optional<qint64> whole = {}; ///< what these are parts of, where a person is in one of them at most
    QStringList appeared = {};        ///< keys that no period of the year before has
    QStringList vanished = {};        ///< keys that the period before has
};

struct ReviewedPeriod
{
    QString period;
    QString drawn;
    qint64 undefined = 0;
    QList<ReviewedTable> tables;
};

/// One page of candidates for the one who publishes them. A value.
struct Review
{
    QByteArray digest; ///< empty: nothing waits
    QList<ReviewedPeriod> periods;
    QList<Jump> jumps;           ///< the greatest first
    QStringList newPlugins;      ///< names that were never published
    bool isComparable = true;    ///< each candidate has enough releases before it to be compared with
    QStringList suspicions = {}; ///< sentences; with any of them nothing is published unseen
};

/// Compares the candidates with the releases of the year before them. Pure.
[[nodiscard]] Review reviewOf(const QList<Release> &releases, const QList<Candidate> &candidates,
                              const DataDictionary &dictionary);

} // namespace Telemetry
