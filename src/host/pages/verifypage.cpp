#include "host/pages/verifypage.h"

#include "host/pages/verifywords.h"
#include "host/pages/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Html paragraph(const QString &text)
{
    return element("p", {}, Html(text));
}

Html step(const char *id, const QString &title, const Html &content)
{
    const QString titleId = QString::fromLatin1(id) + u"-title"_s;
    return element("section",
                   {{"class", u"panel step"_s}, {"id", QString::fromLatin1(id)}, {"aria-labelledby", titleId}},
                   element("h2", {{"id", titleId}}, Html(title)) + content);
}

Html fileInput(const QString &id, const QString &label)
{
    return element("p", {},
                   element("label", {{"for", id}}, Html(label)) + html(u" ")
                       + lone("input", {{"id", id}, {"type", u"file"_s}, {"accept", u".json,application/json"_s}}));
}

Html form()
{
    const Html key =
        element("p", {},
                element("label", {{"for", u"key"_s}},
                        Html(Words::tr("Or the name of a key, or the key itself, from somewhere that you "
                                       "trust:")))
                    + html(u" <input id=\"key\" type=\"text\" autocomplete=\"off\" spellcheck=\"false\"/>"));
    return step(
               "drop", Words::tr("1. The certificate"),
               fileInput(u"file"_s, Words::tr("Choose the file that ends in .json, or drop it here. (It is attached to "
                                              "the PDF, too.)")))
           + step("trust", Words::tr("2. The key"),
                  element("p", {{"id", u"keys"_s}}, Html(Words::tr("No public keys are known here yet.")))
                      + fileInput(u"keys-file"_s,
                                  Words::tr("The file keys.json of the public numbers, if this page has not got it:"))
                      + key)
           + step("result", Words::tr("3. What was found"),
                  element("p", {{"id", u"status"_s}, {"role", u"status"_s}},
                          Html(Words::tr("No certificate has been chosen.")))
                      + html(u"<ul id=\"findings\"></ul><div id=\"figures\"></div>"));
}

Html listOf(const QString &title, const QStringList &points)
{
    Html items;
    for (const QString &point : points)
        items += element("li", {}, Html(point));
    return element("section", {{"class", u"panel"_s}},
                   element("h2", {}, Html(title)) + element("ul", {{"class", u"points"_s}}, items));
}

Html proved()
{
    return listOf(
        Words::tr("What it proves when nothing is wrong"),
        {Words::tr("Nothing in the file was changed since whoever has the key signed it."),
         Words::tr("The numbers are the ones that were published, and still are, where the public files could "
                   "be read."),
         Words::tr("The history that names these files is whole, and signed by keys that are in use.")});
}

Html notProved()
{
    return listOf(Words::tr("What it doesn’t prove"),
                  {Words::tr("How many people use the plugin: only who agreed is counted, and installed is not used."),
                   Words::tr("How many different people had it in a year: the same person may be in every month, so "
                             "months can’t be added up."),
                   Words::tr("Anything about a month without a number: not published is not zero."),
                   Words::tr("That nobody made up reports, or that the plugin is a good one."),
                   Words::tr("Whose key it is: compare its name with what its holder says elsewhere.")});
}

Html byCommand()
{
    return element(
        "section", {{"class", u"panel"_s}, {"id", u"command"_s}},
        element("h2", {}, Html(Words::tr("Without this page")))
            + html(u"<pre>napari-telemetry-aggregate verify FILE --public FOLDER</pre>")
            + paragraph(Words::tr("This command looks at more than the page: how the keys followed one "
                                  "another, and whether a number was left out. FOLDER is a copy of the public "
                                  "files; without it only the signature is verified.")));
}

/// Data for verify.js. No text can end the element: "<" is written as JSON lets it be.
Html wordsBlock()
{
    QString json = QString::fromUtf8(QJsonDocument(verifyWords()).toJson(QJsonDocument::Compact));
    json.replace(u'<', u"\\u003c"_s);
    return html(u"<script type=\"application/json\" id=\"words\">")
           + html(reinterpret_cast<const char16_t *>(json.utf16()), json.size()) + html(u"</script>");
}

} // namespace

SitePage verifyPage(const PagePlace &place)
{
    SitePage page{u"verify.html"_s,
                  Words::tr("Verify a certificate"),
                  Words::tr("Verifies a certificate of a plugin’s published numbers, on your own computer."),
                  {},
                  {}};
    page.needsScript = true;
    page.lead =
        element("p", {{"class", u"lead"_s}},
                Html(Words::tr("A certificate has the published numbers of a plugin, signed by whoever runs "
                               "napari’s telemetry. Its file is verified here, on your own computer: it is sent "
                               "nowhere.")));
    page.main = element("p", {{"class", u"message"_s}, {"id", u"needs"_s}},
                        Html(Words::tr(
                            "To verify here needs JavaScript, and the file verify.js of this site. The command below "
                            "does without.")))
                + element("div", {{"id", u"verifier"_s}, {"data-root", u""_s + place.root}, {"hidden", u""_s}},
                          html(u"<p id=\"named\" class=\"about\" hidden></p>") + form())
                + element("div", {{"class", u"columns"_s}}, proved() + byCommand() + notProved())
                + wordsBlock()
                // "defer" and no module: a browser takes no module from a file on the disk.
                + html(u"<script defer src=\"") + Html(place.root + u"verify.js"_s) + html(u"\"></script>");
    return page;
}

} // namespace Telemetry
