#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Telemetry {

/// How much a user agreed to send. Each level includes the ones below it.
enum class Level { None = 0, Basic = 1, Middle = 2, Full = 3 };

/// The word used in files, paths and the environment: "none", "basic", "middle", "full". Never translated.
[[nodiscard]] QString levelName(Level level);
/// The level of a word as levelName() gives it; nothing for any other text.
[[nodiscard]] std::optional<Level> levelFromName(QStringView name);
/// The levels that send something, in rising order.
[[nodiscard]] const QList<Level> &sendingLevels();
[[nodiscard]] Level lowerOf(Level a, Level b);

} // namespace Telemetry
