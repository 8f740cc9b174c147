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

/// The pages of the language that is installed, framed one by one: all of them together take many times their bytes.
void writePages(QMap<QString, QByteArray> &made, const PageData &data, const QList<PluginFigures> &plugins,
                const SiteShape &shape, const QStringList &files)
{
    const PageTongue &tongue = PageLanguage::current();
    const auto take = [&](const SitePage &page) {
        made.insert(tongue.folder + page.path, framed(page, shape, data.asOf()));
    };
    const PagePlace place = PagePlace::of(u"index.html"_s, tongue);
    take(overviewPage(data, shape, place));
    take(napariPage(data, shape, place));
    take(pluginsPage(data, plugins, shape, place));
    take(commandsPage(data, shape, place));
    take(dataPage(data, shape, place));
    take(methodPage(data));
    take(collectionPage(data.dictionary(), shape, place));
    take(historyPage(data, shape, place));
    take(downloadsPage(data, files, place));
    if (shape.hasVerifier)
        take(verifyPage(place));
    const PagePlace below = PagePlace::of(u"plugins/a.html"_s, tongue);
    for (const PluginFigures &plugin : plugins) {
        if (plugin.hasPage())
            take(pluginPage(data, plugin, shape, below));
    }
}

} // namespace

QMap<QString, QByteArray> sitePages(const PageData &data, const SiteShape &shape, const QStringList &files)
{
    const QList<PluginFigures> plugins = pluginsOf(data);
    QMap<QString, QByteArray> made;
    for (const PageTongue &tongue : pageTongues()) {
        const PageLanguage language(tongue);
        writePages(made, data, plugins, shape, files);
    }
    for (const PluginFigures &plugin : plugins) {
        if (plugin.hasPage())
            made.insert(u"plugins/%1.svg"_s.arg(plugin.name), pluginBadge(plugin));
    }
    return made;
}

} // namespace Telemetry
