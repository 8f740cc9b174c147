#include "client/consent/endoftoday.h"

namespace Telemetry {

QDateTime endOfToday(const QDateTime &local)
{
    const QDateTime end = local.date().addDays(1).startOfDay().toUTC();
    // Releases of Qt differ in what they make of a midnight that does not exist. A pause that is over at once is none.
    return end > local ? end : local.toUTC().addDays(1);
}

} // namespace Telemetry
