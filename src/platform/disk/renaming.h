#pragma once

#include "contract/result.h"

#include <QString>

namespace Telemetry {

/// Gives a file the name of another one in the same folder, which is gone then: whoever opens that name meets the old
/// file or the new one, and nothing in between, also after a crash. The folder decides whether that is allowed, not who
/// the old file belongs to. Errors: Io, with the system's words; Busy, the
/// same, where it may be that somebody has one of them open, this process included: some network file systems refuse
/// that. Any thread. (On Windows a file that somebody has open
/// may refuse for a moment: it waits up to Limits::renamingWaitMs.)
[[nodiscard]] Result<Done> renameOver(const QString &from, const QString &to);

} // namespace Telemetry
