#include "host/pages/sitepages.h"

#include "host/pages/collectionpage.h"
#include "host/pages/downloadspage.h"
#include "host/pages/historypage.h"
#include "host/pages/methodpage.h"
#include "host/pages/overviewpage.h"
#include "host/pages/pluginpage.h"
#include "host/pages/pluginspage.h"
#include "host/pages/tablespages.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QMap<QString, QByteArray> sitePages(const PageData &data, const SiteShape &shape, const QStringList &files)
{
    const QList<PluginFigures> plugins = pluginsOf(data);
    QList<SitePage> pages{overviewPage(data, shape),
                          napariPage(data),
                          pluginsPage(data, plugins, shape),
                          commandsPage(data),
                          dataPage(data),
                          methodPage(data),
                          collectionPage(data.dictionary(), shape),
                          historyPage(data, shape),
                          downloadsPage(data, files)};
    QMap<QString, QByteArray> made;
    for (const PluginFigures &plugin : plugins) {
        if (!plugin.hasPage())
            continue;
        pages.append(pluginPage(data, plugin, shape));
        made.insert(u"plugins/%1.svg"_s.arg(plugin.name), pluginBadge(plugin));
    }
    for (const SitePage &page : std::as_const(pages))
        made.insert(page.path, framed(page, shape, data.asOf()));
    return made;
}

} // namespace Telemetry
