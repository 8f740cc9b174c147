#pragma once

#include "host/pages/figure.h"
#include "host/pages/seriesline.h"

namespace Telemetry {

/// A chart of some rows of a table through time.
struct SeriesFigure
{
    QString id;
    QString title;
    Html about; ///< what is drawn; how to read it is added
    const TableSeries *series = nullptr;
    QList<ChartLine> lines;
    PagePlace place;
};

/// The chart, its shares where the people of each period are known, and its numbers as a table. Pure.
[[nodiscard]] Html seriesFigure(const PageData &data, const SeriesFigure &figure);

/// What the chart says to who can't see it: the first and the last number of each line, and how many are missing. Pure.
[[nodiscard]] QString seriesWords(const SeriesFigure &figure);

} // namespace Telemetry
