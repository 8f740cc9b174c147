#pragma once

#include "host/pages/html.h"
#include "host/pages/pagedata.h"
#include "host/pages/pagetongue.h"

namespace Telemetry {

/// A table of the dictionary as a page shows it: the numbers of its latest period as bars, and behind it how the
/// largest of them changed. Pure.
[[nodiscard]] Html barsOf(const PageData &data, const TableSeries &series, const PagePlace &place);
/// The largest rows through time; empty: there is one period, or none.
[[nodiscard]] Html changeOf(const TableSeries &series, const PagePlace &place);
/// Of whom the rows of a table are a share: people in the same week or month. Nothing: that is not published, or the
/// table is of a level that not everybody chose.
[[nodiscard]] std::optional<PeopleWithin> wholeOf(const PageData &data, const TableSeries &series,
                                                  const QString &period);

} // namespace Telemetry
