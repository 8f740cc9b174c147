#pragma once

#include "host/certificate/certificate.h"
#include "host/pages/html.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// Numbers over time, with their intervals.
struct ChartLine
{
    QString name;                               ///< empty: there is only one
    QList<std::optional<PeopleWithin>> numbers; ///< one for each period; nothing: it was not published, a gap
};

/// At most so many lines can be told apart, by colour, dashes and marks.
inline constexpr qsizetype mostChartLines = 6;

/// Draws them: a line with a mark at each number and the 95 % interval as a band; a gap where there is no number. It is
/// as wide as its place without its text getting smaller, needs no script and no style of its own. `description` is
/// what it says to who can't see it. Pure.
[[nodiscard]] Html lineChart(const QStringList &periods, const QList<ChartLine> &lines, const QString &description);

/// The least of 1, 2, 5, 10, 20 … of which at most five steps are needed for the number.
[[nodiscard]] qint64 stepFor(qint64 greatest);

} // namespace Telemetry
