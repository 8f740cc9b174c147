#pragma once

#include <QString>
#include <QStringList>

namespace Telemetry {

/// A list of texts as one: `["napari-svg","0.2.1"]`, the form of a cell's key.
[[nodiscard]] QString jsonOfTexts(const QStringList &texts);
/// The texts of such a list; none of what isn't one.
[[nodiscard]] QStringList textsOfJson(const QString &json);

} // namespace Telemetry
