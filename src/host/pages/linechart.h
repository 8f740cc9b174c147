#pragma once

#include "host/certificate/certificate.h"
#include "host/pages/chartframe.h"
#include "host/pages/html.h"

#include <QList>

#include <optional>

namespace Telemetry {

/// Numbers over time, with their intervals.
struct ChartLine
{
    QString name; ///< empty: there is only one
    /// One for each period from the first; nothing, or the end of the list: it was not published, a gap.
    QList<std::optional<PeopleWithin>> numbers;
};

/// At most so many lines can be told apart, by colour, dashes and marks.
inline constexpr qsizetype mostChartLines = 6;

/// What a line chart is drawn from.
struct LineChart
{
    ChartAxis axis;
    QList<ChartLine> lines;
    QString description; ///< what it says to who can't see it
    ChartUnit unit = ChartUnit::People;
    bool hidden = false; ///< until a script shows it in place of another
};

/// Draws it: a line with a mark at each number and the 95 % interval as a band; a gap where there is no number. It is
/// as wide as its place without its text getting smaller, needs no script and no style of its own. Pure.
[[nodiscard]] Html lineChart(const LineChart &chart);

/// The names of the lines beside samples of them; empty where there is no name.
[[nodiscard]] Html chartLegend(const QList<ChartLine> &lines);

} // namespace Telemetry
