#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// What is collected, from the data dictionary alone: every topic and field with its level, its host, an example and
/// what is published of it; and, of the shape, how to reach the operators. Pure.
[[nodiscard]] SitePage collectionPage(const DataDictionary &dictionary, const SiteShape &shape, const PagePlace &place);

} // namespace Telemetry
