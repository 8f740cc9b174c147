#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>

namespace Telemetry {

/// The value that stands for both values of one reporter. The result does not depend on order or repetition, so that
/// retries, several environments and several processes all end with the same one. Both must be valid for the topic.
[[nodiscard]] QJsonObject mergeValues(const MergeDefinition &rule, const QJsonObject &a, const QJsonObject &b);

} // namespace Telemetry
