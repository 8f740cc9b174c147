#pragma once

#include "host/pages/chartframe.h"
#include "host/pages/html.h"

namespace Telemetry {

/// What a chart has below its lines, as SVG. Pure; any thread.

/// Rules across the plot.
[[nodiscard]] Html chartRules(const ChartFrame &frame);
/// The periods that can't have a number yet, in units, for what is stretched; empty: there are none.
[[nodiscard]] Html chartOpenArea(const ChartFrame &frame);
/// A dashed line for each note, with its label; and the word for the area of open periods.
[[nodiscard]] Html chartNotes(const ChartFrame &frame);
/// The periods below the plot.
[[nodiscard]] Html chartPeriods(const ChartFrame &frame);
/// The numbers left of the plot.
[[nodiscard]] Html chartScale(const ChartFrame &frame);

} // namespace Telemetry
