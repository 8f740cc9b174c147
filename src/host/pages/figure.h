#pragma once

#include "host/pages/controls.h"
#include "host/pages/html.h"
#include "host/pages/pagedata.h"
#include "host/pages/pagetongue.h"

#include <optional>

namespace Telemetry {

/// A chart or a table of numbers with all that belongs to it.
struct Figure
{
    QString id;                          ///< to link to; of its own on the page
    QString title;                       ///< what is counted
    Html about;                          ///< unit, period, how many people
    Html body;                           ///< the chart, or the table that has bars
    Html asTable = {};                   ///< its numbers as a table; empty: it is one
    const TableSeries *series = nullptr; ///< whose files hold the numbers
    PagePlace place = {};                ///< of the page that it is on
    std::optional<FigureUnit> unit = {}; ///< what it counts by; nothing: as the series, if there is one
};

[[nodiscard]] Html figure(const Figure &figure);

/// What a period has no number of says: "not counted" (none of the table's were released) or "not published".
[[nodiscard]] QString whyMissing(const TableSeries &series, const QString &period);

/// "2,030 people (95 %: 2,022 to 2,038)".
[[nodiscard]] Html peopleWords(const PeopleWithin &number);

} // namespace Telemetry
