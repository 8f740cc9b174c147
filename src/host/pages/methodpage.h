#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// How people are counted and what the numbers don't say, with the parameters of the dictionary. Pure.
[[nodiscard]] SitePage methodPage(const PageData &data);

} // namespace Telemetry
