#pragma once

#include "host/pages/linechart.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// What a chart draws of a table. Pure.

/// The periods of the table from the first that was released, with those that have begun since, and the releases of
/// napari on them.
[[nodiscard]] ChartAxis chartAxisOf(const PageData &data, const TableSeries &series);

/// The numbers of one key through all periods of the table.
[[nodiscard]] ChartLine lineOf(const TableSeries &series, const QStringList &key, const QString &name = {});

/// Of whom the rows of a table are a share: people in the same week or month. Nothing: that is not published, or the
/// table is of a level that not everybody chose.
[[nodiscard]] std::optional<PeopleWithin> wholeOf(const PageData &data, const TableSeries &series,
                                                  const QString &period);

/// A number as a share of the whole, in tenths of a percent. Both intervals widen its own; it stays within 0 and 1000.
/// The whole is above zero.
[[nodiscard]] PeopleWithin shareOf(const PeopleWithin &part, const PeopleWithin &whole);

/// The line as shares of wholeOf(); a gap where that isn't known.
[[nodiscard]] ChartLine sharesOf(const PageData &data, const TableSeries &series, const ChartLine &line);

} // namespace Telemetry
