#pragma once

#include "contract/datadictionary.h"
#include "contract/result.h"

namespace Telemetry {

/// The identifiers that events of this spool bear at present, in words for people, see IdentifiersText. Worker thread.
/// Errors: those of ReceiptsFile.
[[nodiscard]] Result<QString> identifiersIn(const QString &spoolFile, const DataDictionary &dictionary);

} // namespace Telemetry
