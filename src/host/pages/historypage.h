#pragma once

#include "host/pages/frame.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// What a line of the history says, in words; also who read raw events, and which key it was.
[[nodiscard]] QString wordsOf(const HistoryEntry &entry);

/// History and removals: every line in words, the fingerprint of the last one, how to keep a copy and check it. Pure.
[[nodiscard]] SitePage historyPage(const PageData &data, const SiteShape &shape, const PagePlace &place);

} // namespace Telemetry
