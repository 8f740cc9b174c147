#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// Writes the exact counts for who asked for them; an older file is replaced as a whole. Errors: Io.
[[nodiscard]] Result<Done> writeTruth(const QString &path, const QByteArray &json);

} // namespace Telemetry
