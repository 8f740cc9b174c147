#pragma once

#include "contract/event.h"
#include "contract/result.h"

#include <QString>

class QSqlDatabase;

namespace Telemetry {

/// How many events of this one's topic and week the spools of the same person's other environments have, beside those
/// of its own reporter and of reporters in this spool: a cap is for the person. They lie in the same folder; one that
/// can't be read counts as empty.
[[nodiscard]] Result<int> eventsElsewhere(const QString &spoolFile, const QSqlDatabase &own, const Event &event);

/// Whether the folder has another spool: of another environment, or of another computer on the same home folder. What
/// it counts derives from the same identity.
[[nodiscard]] bool hasOtherSpools(const QString &spoolFile);

} // namespace Telemetry
