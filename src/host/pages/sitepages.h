#pragma once

#include "host/pages/frame.h"
#include "host/pages/pluginfigures.h"
#include "host/pages/words.h"

#include <QMap>
#include <QStringList>

#include <functional>

namespace Telemetry {

/// All pages in all languages, and the badges: a function of what is published, so that the same numbers always give
/// the same bytes. Each is made when it is asked for: together they are more than the numbers. One thread.
class SitePages
{
public:
    Q_DISABLE_COPY_MOVE(SitePages)
    /// `files`: those of the public folder, which the site has in data/.
    SitePages(std::shared_ptr<const PageData> data, const SiteShape &shape, const QStringList &files);

    /// In the site, such as "de/plugins/napari-svg.html".
    [[nodiscard]] QStringList paths() const;
    /// The bytes of one of the paths. The language of the page is installed until another is asked for, so there must
    /// be no other PageLanguage.
    [[nodiscard]] QByteArray bytes(const QString &path);

    /// The pages by their path in the folder of their language.
    [[nodiscard]] QStringList pagesOfALanguage() const { return m_makers.keys(); }
    /// One of these in the language that is installed.
    [[nodiscard]] QByteArray page(const QString &path) const;
    /// Another page of the same site, in the language that is installed.
    [[nodiscard]] QByteArray framedPage(const SitePage &page) const;

private:
    std::shared_ptr<const PageData> m_data;
    SiteShape m_shape;
    QMap<QString, std::function<SitePage(const PagePlace &place)>> m_makers; ///< by the path, in each language
    QMap<QString, PluginFigures> m_badges;                                   ///< by the path
    std::optional<PageLanguage> m_language;
};

} // namespace Telemetry
