#pragma once

#include <QJsonObject>

namespace Telemetry {

/// All that verify.js says, by the keys of site/src/words/words.ts, in the language of the pages; %1 to %3 are for the
/// script to fill. One thread.
[[nodiscard]] QJsonObject verifyWords();

} // namespace Telemetry
