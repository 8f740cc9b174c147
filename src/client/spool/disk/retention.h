#pragma once

#include "contract/level.h"
#include "contract/result.h"

#include <QDateTime>

#include <optional>

class QSqlDatabase;

namespace Telemetry {

// What is deleted from the spool's file, and what decides about it; each in one transaction if nothing else is said.
// Whoever calls empties the log afterwards. Worker thread. Errors: as runSql().

/// The moment of the answer to which was last recorded; nothing when nobody knows.
[[nodiscard]] Result<std::optional<QDateTime>> lastAnswer(const QSqlDatabase &database);
[[nodiscard]] Result<Done> noteAnswer(const QSqlDatabase &database, const QDateTime &moment);

/// Deletes what is pending or refused above the level. Where an earlier value was sent, its receipt stays and takes the
/// place of the newer one.
[[nodiscard]] Result<Done> dropUnsentAbove(const QSqlDatabase &database, Level level);
/// Deletes what is pending of closed periods, in the same way, and everything of periods that began more than
/// Limits::rawDays ago.
[[nodiscard]] Result<Done> dropExpired(const QSqlDatabase &database, const QDateTime &now);

/// Deletes the oldest weeks' events, inside the caller's transaction, until Limits::spoolBytes are enough; those that
/// were not sent are counted as lost.
[[nodiscard]] Result<Done> dropOldest(const QSqlDatabase &database);
/// How many events dropOldest() has deleted unsent.
[[nodiscard]] Result<int> lostEvents(const QSqlDatabase &database);

} // namespace Telemetry
