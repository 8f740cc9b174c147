#pragma once

#include "host/pages/frame.h"

namespace Telemetry {

/// NAP-8 whole, in English. `body` is markup, and goes into the page as it is: it must be what site/build.mjs made of
/// docs/nap-8.md, which nobody else writes. To be framed in English. Pure.
[[nodiscard]] SitePage proposalPage(const QByteArray &body);

} // namespace Telemetry
