#pragma once

#include "host/pages/pagedata.h"
#include "host/pages/siteshape.h"

#include <QMap>
#include <QStringList>

namespace Telemetry {

/// All pages in all languages, and the badges, by their path in the site: a function of what is published, so that the
/// same numbers always give the same bytes. `files`: those of the public folder, which the site has in data/. One
/// thread.
[[nodiscard]] QMap<QString, QByteArray> sitePages(const PageData &data, const SiteShape &shape,
                                                  const QStringList &files);

} // namespace Telemetry
