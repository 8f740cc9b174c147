#pragma once

#include "host/pages/html.h"
#include "host/pages/siteshape.h"

#include <QStringList>

namespace Telemetry {

/// By what the figures of a page count.
enum class FigureUnit { Week, Month, Year };

/// As the address of a page and its figures name it: "week".
[[nodiscard]] QString unitName(FigureUnit unit);

/// What can be chosen on a page.
struct FigureControls
{
    QStringList months;           ///< from which and to which, in order
    QList<FigureUnit> units = {}; ///< by what its figures count
    bool hasShares = false;       ///< of some figure
};

/// The form that a script shows: which months, by what, people or their share. Empty where no script is or there is
/// nothing to choose. Pure.
[[nodiscard]] Html figureControls(const FigureControls &controls, const SiteShape &shape);

} // namespace Telemetry
