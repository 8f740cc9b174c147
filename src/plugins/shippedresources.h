#pragma once

#include "contract/datadictionary.h"
#include "contract/publicstrings.h"

namespace Telemetry {

/// The data dictionary that this plugin was built with. Any thread. Loading takes milliseconds: keep what it returns.
[[nodiscard]] Result<DataDictionary> shippedDictionary();
/// The public plugin list that this plugin was built with. Any thread.
[[nodiscard]] Result<PublicStrings> shippedPublicStrings();

} // namespace Telemetry
