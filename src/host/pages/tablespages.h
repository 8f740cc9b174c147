#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// Each topic of the dictionary has its page, also one that it doesn't have yet: commands those of commands, plugins
/// those of plugins, napari what is left of basic, and data all others. Pure.

/// Versions of napari, Python and systems.
[[nodiscard]] SitePage napariPage(const PageData &data, const PagePlace &place);
/// Which commands are used.
[[nodiscard]] SitePage commandsPage(const PageData &data, const PagePlace &place);
/// Which kinds of data are looked at.
[[nodiscard]] SitePage dataPage(const PageData &data, const PagePlace &place);

} // namespace Telemetry
