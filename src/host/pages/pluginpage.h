#pragma once

#include "host/pages/frame.h"
#include "host/pages/pluginfigures.h"

namespace Telemetry {

/// The page of one plugin, at plugins/NAME.html for good: people by month and year, versions, commands, the badge, how
/// to cite it. Pure.
[[nodiscard]] SitePage pluginPage(const PageData &data, const PluginFigures &plugin, const SiteShape &shape,
                                  const PagePlace &place);
/// plugins/NAME.svg, for a README. English in every language: there is one.
[[nodiscard]] QByteArray pluginBadge(const PluginFigures &plugin);

} // namespace Telemetry
