#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagetongue.h"

namespace Telemetry {

/// Where a certificate is verified: the form, what it proves, and all that verify.js says, as a block of data, which
/// the pages' policy lets be. verify.js and data/ are in the site's folder, whatever the language. One thread.
[[nodiscard]] SitePage verifyPage(const PagePlace &place = {});

} // namespace Telemetry
