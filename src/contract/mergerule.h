#pragma once

#include "contract/datadictionary.h"

#include <QJsonObject>

namespace Telemetry {

/// The value that stands for both values of one reporter. The result does not depend on order or repetition, so that
/// retries, several environments and several processes all end with the same one. Both must be valid for the topic.
[[nodiscard]] QJsonObject mergeValues(const MergeDefinition &rule, const QJsonObject &a, const QJsonObject &b);

/// The class of a count: the last of these that begins at it or below. A class is written as its lower bound, then "-"
/// or
/// "+" ("1", "2-9", "100+"). `count` is at least 1.
[[nodiscard]] QString classOfCount(const QStringList &classes, qint64 count);
/// The count from which on a use can't change the class any more.
[[nodiscard]] qint64 greatestBound(const QStringList &classes);

} // namespace Telemetry
