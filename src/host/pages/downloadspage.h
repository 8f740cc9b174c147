#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

#include <QStringList>

namespace Telemetry {

/// All files, at addresses that stay. `files`: those of the public folder, by their path in it; nothing else is linked.
/// Pure.
[[nodiscard]] SitePage downloadsPage(const PageData &data, const QStringList &files, const PagePlace &place);

} // namespace Telemetry
