#pragma once

#include "contract/result.h"

class QSqlDatabase;

namespace Telemetry {

/// The format that this version writes; `PRAGMA user_version` of the file.
inline constexpr int spoolFormat = 6;

/// Brings an open file to spoolFormat, in one transaction; several processes may try at once. Errors: Unsupported (a
/// newer format; nothing was written), Damaged (not a spool: damaged or somebody else's), Io.
[[nodiscard]] Result<Done> migrateSpool(const QSqlDatabase &database);

} // namespace Telemetry
