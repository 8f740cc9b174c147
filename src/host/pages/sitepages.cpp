#include "host/pages/sitepages.h"

#include "host/pages/collectionpage.h"
#include "host/pages/downloadspage.h"
#include "host/pages/historypage.h"
#include "host/pages/methodpage.h"
#include "host/pages/overviewpage.h"
#include "host/pages/pluginpage.h"
#include "host/pages/pluginspage.h"
#include "host/pages/tablespages.h"
#include "host/pages/verifypage.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The pages of the language that is installed.
QList<SitePage> pagesOf(const PageData &data, const QList<PluginFigures> &plugins, const SiteShape &shape,
                        const QStringList &files)
{
    const PagePlace place = PagePlace::of(u"index.html"_s, PageLanguage::current());
    QList<SitePage> pages{overviewPage(data, shape, place),
                          napariPage(data, place),
                          pluginsPage(data, plugins, shape, place),
                          commandsPage(data, place),
                          dataPage(data, place),
                          methodPage(data),
                          collectionPage(data.dictionary(), place),
                          historyPage(data, shape, place),
                          downloadsPage(data, files, place)};
    if (shape.hasVerifier)
        pages.append(verifyPage(place));
    const PagePlace below = PagePlace::of(u"plugins/a.html"_s, PageLanguage::current());
    for (const PluginFigures &plugin : plugins) {
        if (plugin.hasPage())
            pages.append(pluginPage(data, plugin, shape, below));
    }
    return pages;
}

} // namespace

QMap<QString, QByteArray> sitePages(const PageData &data, const SiteShape &shape, const QStringList &files)
{
    const QList<PluginFigures> plugins = pluginsOf(data);
    QMap<QString, QByteArray> made;
    for (const PageTongue &tongue : pageTongues()) {
        const PageLanguage language(tongue);
        for (const SitePage &page : pagesOf(data, plugins, shape, files))
            made.insert(tongue.folder + page.path, framed(page, shape, data.asOf()));
    }
    for (const PluginFigures &plugin : plugins) {
        if (plugin.hasPage())
            made.insert(u"plugins/%1.svg"_s.arg(plugin.name), pluginBadge(plugin));
    }
    return made;
}

} // namespace Telemetry
