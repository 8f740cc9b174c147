#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>

namespace Telemetry {

/// The texts of a JSON list that are sound and not too long (Limits::publicNameChars), each once, in their order. What
/// is left out is counted: an entry that isn't, or something that is no list.
[[nodiscard]] QStringList soundStrings(const QJsonValue &list, const std::function<bool(const QString &)> &isSound,
                                       qsizetype &leftOut);

} // namespace Telemetry
