#pragma once

#include "host/pages/html.h"
#include "host/pages/pagedata.h"

#include <functional>

namespace Telemetry {

/// How the numbers of one period are shown: a table in which each number has a bar and its interval.
struct BarTable
{
    const TableSeries *series = nullptr;
    QString period;
    std::optional<PeopleWithin> whole = {}; ///< of whom the rows are a share; nothing: that is not known
    qsizetype most = 12;                    ///< rows that are shown at once; the others can be opened
    /// The rows to show, in order; empty: all of the period.
    QList<PublishedRow> rows = {};
    /// How a key is shown; nothing: its texts.
    std::function<Html(const QStringList &key)> name = {};
    QString head = {}; ///< of the column of names; empty: the titles of the dimensions
};

[[nodiscard]] Html barTable(const BarTable &table);

/// The rows of a period as people look for them: versions by version, the newest first, everything else by people.
[[nodiscard]] QList<PublishedRow> sortedRows(const TableSeries &series, const QString &period);

/// A key as one text: "linux · x86_64"; a part that the next begins with isn't said twice: "windows 11".
[[nodiscard]] QString keyText(const QStringList &key);

} // namespace Telemetry
