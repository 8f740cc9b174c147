#pragma once

#include "host/pages/frame.h"
#include "host/pages/pluginfigures.h"

namespace Telemetry {

/// All published plugins in one table, which pages.js makes searchable and sortable. Pure.
[[nodiscard]] SitePage pluginsPage(const PageData &data, const QList<PluginFigures> &plugins, const SiteShape &shape,
                                   const PagePlace &place);

} // namespace Telemetry
