#pragma once

#include "host/pages/html.h"
#include "host/pages/pagetongue.h"
#include "host/pages/siteshape.h"

#include <QByteArray>
#include <QDate>

namespace Telemetry {

/// A page without what all pages have in common.
struct SitePage
{
    QString path;        ///< in the folder of its language: "plugins.html", "plugins/napari-svg.html"
    QString title;       ///< also its heading
    QString description; ///< one sentence, for search engines
    Html lead;           ///< below the heading
    Html main;
    bool isEnglishOnly = false; ///< it links to no other language
    bool needsScript = false;   ///< without JavaScript it is not all that it is
};

/// How to reach the operators, as a link; empty: nobody said so.
[[nodiscard]] Html contactLink(const SiteShape &shape);

/// The whole file: header with links to the other languages, navigation, the page, footer. It is in the language of the
/// PageLanguage, in which the page was written. It names no other host but the operators', no script but pages.js and
/// no style but pages.css, and works below any folder and from a file. `asOf`: of the newest line of the history;
/// invalid: it is empty.
[[nodiscard]] QByteArray framed(const SitePage &page, const SiteShape &shape, QDate asOf);

} // namespace Telemetry
