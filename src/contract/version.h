#pragma once

#include <QStringView>

namespace Telemetry {

/// Orders release versions as PEP 440 does for what the dictionary lets through: dotted numbers, perhaps with
/// ".postN". Returns <0, 0 or >0. Any other text (such as "dev") is below every release.
/// Numbers may have any length. 1.0 and 1.0.0 are equal.
[[nodiscard]] int compareVersions(QStringView a, QStringView b);

/// True for a stable release in PEP 440's normal form: dotted numbers, perhaps with ".postN"; no pre-release, no
/// development or local part.
[[nodiscard]] bool isStableRelease(QStringView version);

} // namespace Telemetry
