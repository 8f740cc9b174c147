#include "host/aggregate/runclock.h"

#include "contract/limits.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Telemetry {

std::optional<QString> clockDoubt(const QDateTime &now, const KnownTimes &known)
{
    const QDate today = now.toUTC().date();
    const QString shown = today.toString(Qt::ISODate);
    if (known.builtOn.isValid() && today < known.builtOn.addDays(-1))
        return u"this computer's clock says %1, and this program was built on %2"_s.arg(
            shown, known.builtOn.toString(Qt::ISODate));
    if (known.lastRun.isValid() && today < known.lastRun.addDays(-1))
        return u"this computer's clock says %1, and the last run was on %2"_s.arg(shown,
                                                                                  known.lastRun.toString(Qt::ISODate));
    if (known.newestWeek && today < known.newestWeek->monday().addDays(-1))
        return u"this computer's clock says %1, and there are raw events of %2"_s.arg(shown,
                                                                                      known.newestWeek->toString());
    // A host that runs has events of the open weeks.
    if (known.newestWeek && known.newestWeek->closesAt().date().addDays(Limits::runClockDays) < today)
        return u"this computer's clock says %1, and the newest raw events are of %2"_s.arg(
            shown, known.newestWeek->toString());
    if (known.lastRun.isValid() && known.lastRun.addDays(Limits::runGapDays) < today)
        return u"this computer's clock says %1, and the last run was on %2"_s.arg(shown,
                                                                                  known.lastRun.toString(Qt::ISODate));
    const bool isFirst = !known.lastRun.isValid() && !known.newestWeek;
    if (isFirst && known.builtOn.isValid() && known.builtOn.addDays(Limits::runBuiltDays) < today)
        return u"this computer's clock says %1, and this program, which never ran here, was built on %2"_s.arg(
            shown, known.builtOn.toString(Qt::ISODate));
    return std::nullopt;
}

} // namespace Telemetry
