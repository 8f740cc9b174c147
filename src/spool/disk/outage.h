#pragma once

#include "contract/result.h"

#include <QDate>

class QSqlDatabase;

namespace Telemetry {

// For how long attempts to send have failed. Kept in the spool's file, so that a restart does not forget it; in days,
// because nothing finer is needed. Worker thread. Errors: as runSql().

/// The collector took nothing at an attempt on this day.
[[nodiscard]] Result<Done> noteFailedAttempt(const QSqlDatabase &database, QDate day);
/// The collector took something: nothing before counts any more.
[[nodiscard]] Result<Done> forgetFailedAttempts(const QSqlDatabase &database);
/// Whether the last failed attempt was made Limits::unreachableDays after the first one, or later.
[[nodiscard]] Result<bool> isUnreachable(const QSqlDatabase &database);

} // namespace Telemetry
