#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// The first page: how many people use napari, and whether they become more; what is not known; where each level is
/// sent; how to say no. Pure.
[[nodiscard]] SitePage overviewPage(const PageData &data, const SiteShape &shape, const PagePlace &place);

} // namespace Telemetry
