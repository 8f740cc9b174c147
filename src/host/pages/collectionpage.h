#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// What is collected, from the data dictionary alone: every topic and field with its level, its host, an example and
/// what is published of it. Pure.
[[nodiscard]] SitePage collectionPage(const DataDictionary &dictionary, const PagePlace &place);

} // namespace Telemetry
