#pragma once

#include "contract/result.h"

#include <QString>

class QSqlDatabase;

namespace Telemetry {

/// Copies what can still be read of a damaged spool, with its log, into an open one of our format: events, receipts,
/// marks of what was erased, names of counted journals. A row counts only if it is whole: its event has the row's
/// topic, week and reporter. What is there already stays. The damaged file is not changed. Errors: Io of the open
/// spool; nothing was copied then.
[[nodiscard]] Result<Done> salvage(const QString &damagedFile, const QSqlDatabase &into);

} // namespace Telemetry
