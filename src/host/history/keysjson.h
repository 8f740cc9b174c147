#pragma once

#include "host/history/historykeys.h"

#include <QJsonObject>

namespace Telemetry {

/// A key as keys.json has it.
[[nodiscard]] QJsonObject toJson(const HistoryKey &key);
/// Errors: Invalid (also a name that is not of these bytes).
[[nodiscard]] Result<HistoryKey> readHistoryKey(const QJsonObject &object);

/// The `what` of a key's line, without signatures.
[[nodiscard]] QJsonObject toJson(const KeyChange &change);
/// Errors: Invalid.
[[nodiscard]] Result<KeyChange> readKeyChange(const QJsonObject &what);

} // namespace Telemetry
