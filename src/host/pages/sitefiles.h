#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Telemetry {

/// What a site is made from; files by their path in their folder.
struct SiteSources
{
    QMap<QString, QByteArray> published; ///< the public folder
    QMap<QString, QByteArray> built;     ///< scripts, and the body of NAP-8; may be empty
    QMap<QString, QByteArray> own;       ///< pages.css and pages.svg
    QString address;                     ///< see PagesOptions
    QString contact = {};                ///< see PagesOptions
};

/// All files of the site: the pages, and the public folder in data/. The same sources always give the same bytes.
/// Errors: as PageData::read(), and Damaged: a file of the public folder isn't what its history says. Pure; any thread.
[[nodiscard]] Result<QMap<QString, QByteArray>> siteFiles(const SiteSources &sources);

/// Whether a folder with these entries was made by this program and nothing of somebody else's would be lost: empty, or
/// a site.
[[nodiscard]] bool isSite(const QStringList &entries);

} // namespace Telemetry
