#pragma once

#include "client/spool/knownfacts.h"
#include "contract/result.h"

#include <QString>

class QSqlDatabase;

namespace Telemetry {

/// What there is of this event's topic and period, in this spool and in those of the same person's other environments:
/// a cap is for the person, and a month's fact is recorded once. They lie in the same folder; one that can't be read
/// counts as empty.
/// When this spool alone tells that `fact` is recorded (see placeIn()), the others are not opened.
[[nodiscard]] Result<KnownFacts> knownFacts(const QString &spoolFile, const QSqlDatabase &own, const Event &event,
                                            const QByteArray &fact = {});

/// Whether the folder has another spool: of another environment, or of another computer on the same home folder. What
/// it counts derives from the same identity.
[[nodiscard]] bool hasOtherSpools(const QString &spoolFile);

} // namespace Telemetry
