#include "contract/moment.h"

namespace Telemetry {

std::optional<QDateTime> momentFrom(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return moment.toUTC();
}

} // namespace Telemetry
