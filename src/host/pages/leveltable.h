#pragma once

#include "contract/datadictionary.h"
#include "host/pages/html.h"

namespace Telemetry {

/// What a level is called in the language of the pages, as napari itself calls it.
[[nodiscard]] QString levelText(Level level);

/// What each level sends and where to, in a table. Each level is linked to its part of the page of this address; empty:
/// the page itself. Pure.
[[nodiscard]] Html levelTable(const DataDictionary &dictionary, const QString &page = {});

} // namespace Telemetry
