#include "host/pages/frame.h"

#include "host/commandline/siteoptions.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A page and where it is.
struct Placed
{
    const SitePage &page;
    const PageTongue &tongue;
    PagePlace place;

    /// From the page to the same page in another language.
    [[nodiscard]] QString in(const PageTongue &other) const { return place.root + other.folder + page.path; }
};

QList<std::pair<QString, QString>> entries()
{
    // The navigation is on every page: each as short as it can be.
    return {{u"index.html"_s, Words::tr("People")},
            {u"napari.html"_s, Words::tr("napari and systems")},
            {u"plugins.html"_s, Words::tr("Plugins")},
            {u"commands.html"_s, Words::tr("Commands")},
            {u"data.html"_s, Words::tr("Data")},
            {u"method.html"_s, Words::tr("Method")},
            {u"collected.html"_s, Words::tr("What is collected")},
            {u"history.html"_s, Words::tr("History")},
            {u"downloads.html"_s, Words::tr("Downloads")}};
}

/// A page in a folder belongs to the entry of the folder's name.
bool isCurrent(const QString &path, const QString &entry)
{
    return path == entry || path.section(u'/', 0, 0) + u".html"_s == entry;
}

Html navigation(const Placed &at)
{
    Html links;
    const QString &here = at.page.path;
    for (const auto &[path, title] : entries()) {
        const QString current = path == here ? u"page"_s : isCurrent(here, path) ? u"true"_s : QString();
        links +=
            element("li", {}, element("a", {{"href", at.place.home + path}, {"aria-current", current}}, Html(title)));
    }
    return element("nav", {{"aria-label", Words::tr("Pages")}}, element("ul", {}, links));
}

Html languages(const Placed &at)
{
    Html links;
    for (const PageTongue &other : pageTongues())
        links += element("li", {},
                         element("a",
                                 {{"href", at.in(other)},
                                  {"lang", other.code},
                                  {"hreflang", other.code},
                                  {"aria-current", other.code == at.tongue.code ? u"true"_s : QString()}},
                                 Html(other.name)));
    return element("nav", {{"class", u"languages"_s}, {"aria-label", Words::tr("Languages")}},
                   element("ul", {}, links));
}

/// pages.js shows the one of the language that the reader's browser prefers.
Html offers(const Placed &at)
{
    Html made;
    for (const PageTongue &other : pageTongues()) {
        if (other.code == at.tongue.code)
            continue;
        made += html(u"<p class=\"hint\" hidden data-language=\"") + Html(other.code) + html(u"\" lang=\"")
                + Html(other.code) + html(u"\">")
                + element("a", {{"href", at.in(other)}, {"hreflang", other.code}}, Html(other.offer)) + html(u"</p>");
    }
    return made;
}

Html alternates(const Placed &at, const SiteShape &shape)
{
    Html made;
    for (const PageTongue &other : pageTongues()) {
        const QString address = shape.address.isEmpty() ? at.in(other) : shape.address + other.folder + at.page.path;
        made += html(u"\n") + lone("link", {{"rel", u"alternate"_s}, {"hreflang", other.code}, {"href", address}});
    }
    return made;
}

Html head(const Placed &at, const SiteShape &shape)
{
    const Html policy = html(u"<meta charset=\"utf-8\">\n"
                             u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
                             u"'self'; style-src 'self'; "
                             u"img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'\">\n"
                             u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                             u"<meta name=\"referrer\" content=\"no-referrer\">\n"
                             u"<meta name=\"color-scheme\" content=\"light dark\">\n");
    const QString root = at.place.root;
    Html made = policy + lone("meta", {{"name", u"description"_s}, {"content", at.page.description}}) + html(u"\n")
                + element("title", {}, Html(u"%1 · %2"_s.arg(at.page.title, Words::tr("napari in numbers"))))
                + html(u"\n")
                + lone("link", {{"rel", u"icon"_s}, {"href", root + u"pages.svg"_s}, {"type", u"image/svg+xml"_s}})
                + html(u"\n") + lone("link", {{"rel", u"stylesheet"_s}, {"href", root + u"pages.css"_s}})
                + (at.page.isEnglishOnly ? Html() : alternates(at, shape));
    // "defer" and no module: a browser takes no module from a file on the disk.
    if (shape.hasScripts)
        made += html(u"\n<script defer src=\"") + Html(root + u"pages.js"_s) + html(u"\"></script>");
    return element("head", {}, html(u"\n") + made + html(u"\n"));
}

Html contactLine(const SiteShape &shape)
{
    return shape.contact.isEmpty() ? Html()
                                   : element("p", {}, marked(Words::tr("Questions: %1"), {contactLink(shape)}));
}

Html footer(const Placed &at, const SiteShape &shape, QDate asOf)
{
    const QString home = at.place.home;
    const QString day = asOf.isValid() ? Words::tr("As of %1.").arg(dayText(asOf)) + u' ' : QString();
    return element(
        "footer", {},
        element("p", {},
                Html(day + Words::tr("Only people who said yes are counted.") + u' ')
                    + link(home + u"method.html"_s, Words::tr("How")) + html(u" · ")
                    + link(home + u"history.html"_s, Words::tr("What was changed")) + html(u" · ")
                    + link(home + u"downloads.html"_s, Words::tr("All files")))
            + contactLine(shape)
            + element("p", {},
                      Html(at.page.needsScript
                               ? Words::tr("This page asks no other server for anything and sets no cookie.")
                               : Words::tr("This page asks no other server for anything, sets no cookie and works "
                                           "without JavaScript."))));
}

} // namespace

Html contactLink(const SiteShape &shape)
{
    return shape.contact.isEmpty() ? Html() : link(contactTarget(shape.contact), shape.contact);
}

QByteArray framed(const SitePage &page, const SiteShape &shape, QDate asOf)
{
    const PageTongue &tongue = PageLanguage::current();
    const Placed at{page, tongue, PagePlace::of(page.path, tongue)};
    const Html header = element(
        "header", {},
        element("p", {{"class", u"brand"_s}}, link(at.place.home + u"index.html"_s, Words::tr("napari in numbers")))
            + navigation(at) + (at.page.isEnglishOnly ? Html() : languages(at) + offers(at)));
    const Html main = element("main", {{"id", u"main"_s}, {"tabindex", u"-1"_s}},
                              element("h1", {}, Html(page.title)) + page.lead + page.main);
    const Html skip = element("a", {{"class", u"skip"_s}, {"href", u"#main"_s}}, Html(Words::tr("Skip to the page")));
    const Html body = element("body", {},
                              html(u"\n") + skip + html(u"\n") + header + html(u"\n") + main + html(u"\n")
                                  + footer(at, shape, asOf) + html(u"\n"));
    const Html whole = html(u"<!doctype html>\n<html lang=\"") + Html(tongue.code) + html(u"\">\n") + head(at, shape)
                       + html(u"\n") + body + html(u"\n</html>\n");
    return whole.markup().toUtf8();
}

} // namespace Telemetry
