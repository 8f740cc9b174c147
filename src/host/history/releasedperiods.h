#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// The weeks and months that an index.json of anybody lists, sorted, each once. Errors: Invalid, TooLarge. Any thread.
[[nodiscard]] Result<QStringList> releasedPeriods(const QByteArray &index);

/// The path of a period's file in the public folder.
[[nodiscard]] QString periodFile(const QString &period);
/// Whether it is the path of a period's file.
[[nodiscard]] bool isPeriodFile(const QString &path);

} // namespace Telemetry
