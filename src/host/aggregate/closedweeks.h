#pragma once

#include "host/aggregate/cellcounter.h"
#include "host/aggregate/release.h"
#include "host/raw/abstractrawreader.h"

#include "contract/result.h"

#include <QDateTime>

#include <functional>
#include <map>

namespace Telemetry {

/// What was counted of the weeks that can be released.
struct ClosedWeeks
{
    std::map<Week, CellCounter> counters; ///< only weeks that have an event
    qint64 seen = 0;                      ///< events of all weeks
    qint64 undefined = 0; ///< events of these weeks that the data dictionary does not define; they count nowhere
};

/// Told how far it is, when it takes long.
using Progress = std::function<void(const QString &text)>;

/// Counts the events of the weeks that are closed and not released yet. The dictionary must outlive the result. Errors:
/// Io.
[[nodiscard]] Result<ClosedWeeks> countClosedWeeks(const AbstractRawReader &raw, const DataDictionary &dictionary,
                                                   const QList<Release> &released, const QDateTime &now,
                                                   const Progress &progress);

} // namespace Telemetry
