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

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The language in whose folder the file is.
const PageTongue &tongueOf(const QString &path)
{
    for (const PageTongue &tongue : pageTongues()) {
        if (!tongue.folder.isEmpty() && path.startsWith(tongue.folder))
            return tongue;
    }
    return pageTongues().first();
}

} // namespace

SitePages::SitePages(std::shared_ptr<const PageData> data, const SiteShape &shape, const QStringList &files)
    : m_data(std::move(data))
    , m_shape(shape)
{
    const PageData &all = *m_data;
    const QList<PluginFigures> plugins = pluginsOf(all);
    m_makers = {
        {u"index.html"_s, [&all, shape](const PagePlace &place) { return overviewPage(all, shape, place); }},
        {u"napari.html"_s, [&all, shape](const PagePlace &place) { return napariPage(all, shape, place); }},
        {u"plugins.html"_s,
         [&all, shape, plugins](const PagePlace &place) { return pluginsPage(all, plugins, shape, place); }},
        {u"commands.html"_s, [&all, shape](const PagePlace &place) { return commandsPage(all, shape, place); }},
        {u"data.html"_s, [&all, shape](const PagePlace &place) { return dataPage(all, shape, place); }},
        {u"method.html"_s, [&all](const PagePlace &) { return methodPage(all); }},
        {u"collected.html"_s,
         [&all, shape](const PagePlace &place) { return collectionPage(all.dictionary(), shape, place); }},
        {u"history.html"_s, [&all, shape](const PagePlace &place) { return historyPage(all, shape, place); }},
        {u"downloads.html"_s, [&all, files](const PagePlace &place) { return downloadsPage(all, files, place); }}};
    if (shape.hasVerifier)
        m_makers.insert(u"verify.html"_s, [](const PagePlace &place) { return verifyPage(place); });
    for (const PluginFigures &plugin : plugins) {
        if (!plugin.hasPage())
            continue;
        m_makers.insert(u"plugins/%1.html"_s.arg(plugin.name), [&all, shape, plugin](const PagePlace &place) {
            return pluginPage(all, plugin, shape, place);
        });
        m_badges.insert(u"plugins/%1.svg"_s.arg(plugin.name), plugin);
    }
}

QStringList SitePages::paths() const
{
    QStringList paths = m_badges.keys();
    for (const PageTongue &tongue : pageTongues()) {
        for (auto maker = m_makers.begin(); maker != m_makers.end(); ++maker)
            paths.append(tongue.folder + maker.key());
    }
    return paths;
}

QByteArray SitePages::bytes(const QString &path)
{
    if (const auto badge = m_badges.constFind(path); badge != m_badges.constEnd())
        return pluginBadge(*badge);
    const PageTongue &tongue = tongueOf(path);
    if (!m_language || PageLanguage::current().code != tongue.code) {
        m_language.reset();
        m_language.emplace(tongue);
    }
    return page(path.mid(tongue.folder.size()));
}

QByteArray SitePages::page(const QString &path) const
{
    return framedPage(m_makers.value(path)(PagePlace::of(path, PageLanguage::current())));
}

QByteArray SitePages::framedPage(const SitePage &page) const
{
    return framed(page, m_shape, m_data->asOf());
}

} // namespace Telemetry
