#pragma once

#include "host/aggregate/cellcounter.h"
#include "host/aggregate/release.h"
#include "host/raw/abstractrawreader.h"

#include "contract/result.h"

#include <QDateTime>

#include <functional>
#include <map>

namespace Telemetry {

/// What was counted of the weeks and months that can be released.
struct ClosedPeriods
{
    std::map<Period, CellCounter> counters; ///< only those that have an event, by their end
    qint64 seen = 0;                        ///< all events
    qint64 undefined = 0; ///< events of these that the data dictionary does not define; they count nowhere
};

/// Told how far it is, when it takes long.
using Progress = std::function<void(const QString &text)>;

/// Counts the events of the weeks and months that are closed and not released yet. A month whose first weeks have no
/// event, though they are so old that their events are deleted by now (Limits::rawDays), is not counted: it would be
/// half of one. The dictionary must outlive the result. Errors: Io.
[[nodiscard]] Result<ClosedPeriods> countClosedPeriods(const AbstractRawReader &raw, const DataDictionary &dictionary,
                                                       const QList<Release> &released, const QDateTime &now,
                                                       const Progress &progress);

} // namespace Telemetry
