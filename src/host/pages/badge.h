#pragma once

#include "host/pages/html.h"

namespace Telemetry {

/// A small picture for a README: `label` on the left, `value` on the right. SVG that needs nothing else. Pure.
[[nodiscard]] QByteArray badge(const QString &label, const QString &value);

} // namespace Telemetry
