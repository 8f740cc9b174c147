#pragma once

#include "host/certificate/abstractpublicfiles.h"
#include "host/pages/sitepages.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// What a site is made from; files by their path in their folder.
struct SiteSources
{
    const AbstractPublicFiles &published; ///< the public folder; must live as long as the site
    QStringList publishedPaths;           ///< all of its files
    QMap<QString, QByteArray> built;      ///< scripts, and the body of NAP-8; may be empty
    QMap<QString, QByteArray> own;        ///< pages.css and pages.svg
    QString address;                      ///< see PagesOptions
    QString contact = {};                 ///< see PagesOptions
};

/// All files of a site: the pages, and the public folder in data/. The same sources always give the same bytes. Each is
/// made or read when it is asked for, so a site may be larger than the memory. One thread.
class SiteFiles
{
public:
    Q_DISABLE_COPY_MOVE(SiteFiles)
    /// Reads the public folder. Errors: as PageData::read(), and Damaged: a file of the public folder isn't what its
    /// history says.
    [[nodiscard]] static Result<std::unique_ptr<SiteFiles>> open(const SiteSources &sources);

    [[nodiscard]] QStringList paths() const;
    /// Errors: Damaged (a public file is another one than it was when the site was opened), Io, TooLarge.
    [[nodiscard]] Result<QByteArray> bytes(const QString &path);

private:
    SiteFiles(const SiteSources &sources, FileDigests digests, std::shared_ptr<const PageData> data);

    const AbstractPublicFiles &m_published;
    FileDigests m_digests;             ///< of the public files
    QMap<QString, QByteArray> m_fixed; ///< what is as it was built
    SitePages m_pages;
};

/// Whether a folder with these entries was made by this program and nothing of somebody else's would be lost: empty, or
/// a site.
[[nodiscard]] bool isSite(const QStringList &entries);

} // namespace Telemetry
