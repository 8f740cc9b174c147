#pragma once

#include "host/pages/html.h"
#include "host/pages/siteshape.h"

#include <QByteArray>
#include <QDate>

namespace Telemetry {

/// A page without what all pages have in common.
struct SitePage
{
    QString path;        ///< in the site: "plugins.html", "plugins/napari-svg.html"
    QString title;       ///< also its heading
    QString description; ///< one sentence, for search engines
    Html lead;           ///< below the heading
    Html main;

    /// From the page to the site's folder: empty or "../".
    [[nodiscard]] QString up() const { return path.contains(QLatin1Char('/')) ? QStringLiteral("../") : QString(); }
};

/// How to reach the operators, as a link; empty: nobody said so.
[[nodiscard]] Html contactLink(const SiteShape &shape);

/// The whole file: header, navigation, the page, footer. It names no other host but the operators', no script but
/// pages.js and no style but pages.css, and works below any folder and from a file. `asOf`: of the newest line of the
/// history; invalid: it is empty.
[[nodiscard]] QByteArray framed(const SitePage &page, const SiteShape &shape, QDate asOf);

} // namespace Telemetry
