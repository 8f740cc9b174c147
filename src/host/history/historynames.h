#pragma once

#include <QLatin1StringView>

/// The names of the history's own files in the public folder.
namespace Telemetry::HistoryNames {

inline constexpr QLatin1StringView history("history.jsonl");
inline constexpr QLatin1StringView head("history-head.json");
inline constexpr QLatin1StringView keys("keys.json");

} // namespace Telemetry::HistoryNames
