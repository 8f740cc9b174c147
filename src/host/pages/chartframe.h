#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// What is marked on the axis of a chart, such as releases of napari in one month.
struct ChartNote
{
    qsizetype place; ///< of the period, from 0
    QString label;   ///< a few letters to draw; empty: only a mark
    QString words;   ///< all of it
};

/// From left to right.
struct ChartAxis
{
    QStringList periods;         ///< weeks or months, in order
    qsizetype open = 0;          ///< so many of the last ones can't have a number yet
    QList<ChartNote> notes = {}; ///< in the order of their places
};

/// What the numbers of a chart are.
enum class ChartUnit {
    People,
    Share, ///< of the people of the period, in tenths of a percent
};

/// Where something is in a chart. Pixels from top to bottom; from left to right 1000 units, which become as wide as the
/// place is. site/src/pages/charts.ts reckons the same to show a part of the axis. A value.
class ChartFrame
{
public:
    static constexpr int plotHeight = 180;
    static constexpr int above = 26; ///< the plot, for what notes say
    static constexpr int below = 30; ///< the plot, for the periods
    static constexpr int height = above + plotHeight + below;
    static constexpr double units = 1000;
    static constexpr double side = 24;

    ChartFrame(ChartAxis axis, ChartUnit unit, qint64 greatest);

    [[nodiscard]] const ChartAxis &axis() const { return m_axis; }
    [[nodiscard]] qint64 top() const { return m_top; }   ///< the number at the top; at least 1
    [[nodiscard]] qint64 step() const { return m_step; } ///< between two rules
    [[nodiscard]] double x(double place) const;
    /// From the top of the plot.
    [[nodiscard]] double y(qint64 number) const { return plotHeight * (1 - double(number) / double(m_top)); }
    /// x() for an attribute outside of what is stretched.
    [[nodiscard]] QString percent(double place) const;
    /// A number in words: "1,230", "31.2 %".
    [[nodiscard]] QString text(qint64 number) const;

private:
    ChartAxis m_axis;
    ChartUnit m_unit;
    qint64 m_step;
    qint64 m_top;
};

/// One digit behind the point.
[[nodiscard]] QString chartDecimal(double number);

/// The least of 1, 2, 5, 10, 20 … of which at most five steps are needed for the number.
[[nodiscard]] qint64 stepFor(qint64 greatest);

} // namespace Telemetry
