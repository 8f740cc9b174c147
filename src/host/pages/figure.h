#pragma once

#include "host/pages/linechart.h"
#include "host/pages/pagedata.h"
#include "host/pages/pagetongue.h"

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
};

[[nodiscard]] Html figure(const Figure &figure);

/// The numbers of a chart as a table, newest first; what is missing is said.
[[nodiscard]] Html tableOf(const TableSeries &series, const QList<ChartLine> &lines, const QString &caption);

/// The numbers of one key through all periods of the table.
[[nodiscard]] ChartLine lineOf(const TableSeries &series, const QStringList &key, const QString &name = {});

/// What a period has no number of says: "not counted" (none of the table's were released) or "not published".
[[nodiscard]] QString whyMissing(const TableSeries &series, const QString &period);

/// "2,030 people (95 %: 2,022 to 2,038)".
[[nodiscard]] Html peopleWords(const PeopleWithin &number);

/// What a chart says to who can't see it: the first and last number, the least and the greatest, and the gaps.
[[nodiscard]] QString describe(const TableSeries &series, const QList<ChartLine> &lines, const QString &title);

} // namespace Telemetry
