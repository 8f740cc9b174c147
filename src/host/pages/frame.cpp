#include "host/pages/frame.h"

#include "host/commandline/siteoptions.h"
#include "host/pages/wording.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Entries = QList<std::pair<QString, QString>>;

Entries entriesOf(const SiteShape &shape)
{
    Entries entries{{u"index.html"_s, u"People"_s},
                    {u"napari.html"_s, u"napari and systems"_s},
                    {u"plugins.html"_s, u"Plugins"_s},
                    {u"commands.html"_s, u"Commands"_s},
                    {u"data.html"_s, u"Data"_s},
                    {u"method.html"_s, u"Method"_s},
                    {u"collected.html"_s, u"What is collected"_s},
                    {u"history.html"_s, u"History"_s},
                    {u"downloads.html"_s, u"Downloads"_s}};
    if (shape.hasExplorer)
        entries.append({u"explore.html"_s, u"Explore"_s});
    return entries;
}

/// A page in a folder belongs to the entry of the folder's name.
bool isCurrent(const QString &path, const QString &entry)
{
    return path == entry || path.section(u'/', 0, 0) + u".html"_s == entry;
}

Html navigation(const SitePage &page, const SiteShape &shape)
{
    Html links;
    for (const auto &[path, title] : entriesOf(shape)) {
        const QString current = path == page.path ? u"page"_s : isCurrent(page.path, path) ? u"true"_s : QString();
        links += element("li", {}, element("a", {{"href", page.up() + path}, {"aria-current", current}}, Html(title)));
    }
    return element("nav", {{"aria-label", u"Pages"_s}}, element("ul", {}, links));
}

Html head(const SitePage &page, const SiteShape &shape)
{
    const Html policy = html(u"<meta charset=\"utf-8\">\n"
                             u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
                             u"'self'; style-src 'self'; "
                             u"img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'\">\n"
                             u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                             u"<meta name=\"referrer\" content=\"no-referrer\">\n"
                             u"<meta name=\"color-scheme\" content=\"light dark\">\n");
    Html made = policy + lone("meta", {{"name", u"description"_s}, {"content", page.description}}) + html(u"\n")
                + element("title", {}, Html(page.title + u" · napari in numbers"_s)) + html(u"\n")
                + lone("link", {{"rel", u"icon"_s}, {"href", page.up() + u"pages.svg"_s}, {"type", u"image/svg+xml"_s}})
                + html(u"\n") + lone("link", {{"rel", u"stylesheet"_s}, {"href", page.up() + u"pages.css"_s}});
    // "defer" and no module: a browser takes no module from a file on the disk.
    if (shape.hasScripts)
        made += html(u"\n<script defer src=\"") + Html(page.up() + u"pages.js"_s) + html(u"\"></script>");
    return element("head", {}, html(u"\n") + made + html(u"\n"));
}

Html contactLine(const SiteShape &shape)
{
    return shape.contact.isEmpty() ? Html() : element("p", {}, html(u"Questions: ") + contactLink(shape));
}

Html footer(const SitePage &page, const SiteShape &shape, QDate asOf)
{
    const QString up = page.up();
    const Html day = asOf.isValid() ? Html(u"As of %1. "_s.arg(dayText(asOf))) : Html();
    return element("footer", {},
                   element("p", {},
                           day + html(u"Only people who said yes are counted. ") + link(up + u"method.html"_s, u"How"_s)
                               + html(u" · ") + link(up + u"history.html"_s, u"What was changed"_s) + html(u" · ")
                               + link(up + u"downloads.html"_s, u"All files"_s))
                       + contactLine(shape)
                       + html(u"<p>This page asks no other server for anything, sets no cookie and works without "
                              u"JavaScript.</p>"));
}

} // namespace

Html contactLink(const SiteShape &shape)
{
    return shape.contact.isEmpty() ? Html() : link(contactTarget(shape.contact), shape.contact);
}

QByteArray framed(const SitePage &page, const SiteShape &shape, QDate asOf)
{
    const Html header =
        element("header", {},
                element("p", {{"class", u"brand"_s}}, link(page.up() + u"index.html"_s, u"napari in numbers"_s))
                    + navigation(page, shape));
    const Html main = element("main", {{"id", u"main"_s}, {"tabindex", u"-1"_s}},
                              element("h1", {}, Html(page.title)) + page.lead + page.main);
    const Html body = element("body", {},
                              html(u"\n<a class=\"skip\" href=\"#main\">Skip to the page</a>\n") + header + html(u"\n")
                                  + main + html(u"\n") + footer(page, shape, asOf) + html(u"\n"));
    const Html whole =
        html(u"<!doctype html>\n<html lang=\"en\">\n") + head(page, shape) + html(u"\n") + body + html(u"\n</html>\n");
    return whole.markup().toUtf8();
}

} // namespace Telemetry
