#include "host/pages/chartframe.h"

#include "host/pages/wording.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

ChartFrame::ChartFrame(ChartAxis axis, ChartUnit unit, qint64 greatest)
    : m_axis(std::move(axis))
    , m_unit(unit)
    , m_step(stepFor(std::max<qint64>(1, greatest)))
    , m_top((std::max<qint64>(1, greatest) + m_step - 1) / m_step * m_step)
{
}

double ChartFrame::x(double place) const
{
    const qsizetype count = m_axis.periods.size();
    return count < 2 ? units / 2 : side + (units - 2 * side) * place / double(count - 1);
}

QString ChartFrame::percent(double place) const
{
    return QString::number(x(place) / 10, 'f', 2) + u'%';
}

QString ChartFrame::text(qint64 number) const
{
    return m_unit == ChartUnit::People ? grouped(number) : permilleText(number);
}

QString chartDecimal(double number)
{
    return QString::number(number, 'f', 1);
}

qint64 stepFor(qint64 greatest)
{
    for (qint64 ten = 1;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (5 * step >= greatest)
                return step;
        }
    }
}

} // namespace Telemetry
