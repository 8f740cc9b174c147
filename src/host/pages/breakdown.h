#pragma once

#include "host/pages/html.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// A table of the dictionary as a page shows it: the numbers of its latest period as bars, and behind it how the
/// largest of them changed. `up` leads to the site's folder. Pure.
[[nodiscard]] Html barsOf(const PageData &data, const TableSeries &series, const QString &up = {});
/// The largest rows through time; empty: there is one period, or none.
[[nodiscard]] Html changeOf(const TableSeries &series, const QString &up = {});
/// Of whom the rows of a table are a share: people in the same week or month. Nothing: that is not published, or the
/// table is of a level that not everybody chose.
[[nodiscard]] std::optional<PeopleWithin> wholeOf(const PageData &data, const TableSeries &series,
                                                  const QString &period);

} // namespace Telemetry
