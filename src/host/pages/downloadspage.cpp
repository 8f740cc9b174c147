#include "host/pages/downloadspage.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct Document
{
    QString file;
    QString what;
};

QList<Document> documents()
{
    return {{u"aggregates.sqlite"_s, Words::tr("All published numbers as one SQLite file")},
            {u"datapackage.json"_s, Words::tr("Columns and types of the CSV files (Data Package)")},
            {u"index.json"_s, Words::tr("All periods, tables and files, with noise and thresholds")},
            {u"dictionary.json"_s, Words::tr("Data dictionary: what may be sent, and how it is published")},
            {u"public-list.json"_s, Words::tr("Public list: plugins, commands and versions that may be named")},
            {u"endpoints.json"_s, Words::tr("Where each level is sent")},
            {u"history.jsonl"_s, Words::tr("History: every release and removal")},
            {u"history-head.json"_s, Words::tr("Signatures of the history’s last line")},
            {u"keys.json"_s, Words::tr("Keys that sign the history")},
            {u"audit-kit/README.md"_s, Words::tr("A made-up month with its noise key, to draw it again")}};
}

QString unitOf(FirstIn period)
{
    switch (period) {
    case FirstIn::Week:
        return Words::tr("each week");
    case FirstIn::Month:
        return Words::tr("each month");
    case FirstIn::Year:
        return Words::tr("the year so far, by month");
    case FirstIn::Ever:
        break;
    }
    return Words::tr("all months so far, by month");
}

Html fileLink(const TableSeries &series, const QString &suffix, const QString &name, const QStringList &files,
              const PagePlace &place)
{
    const QString path = series.file(suffix);
    if (!files.contains(path.mid(5)))
        return html(u"<td class=\"none\">–</td>");
    return element(
        "td", {},
        element("a",
                {{"href", place.root + path},
                 {"aria-label", Words::tr("%1: %2 file").arg(Words::ofDictionary(series.table->title), name)}},
                Html(name)));
}

Html tables(const PageData &data, const QStringList &files, const PagePlace &place)
{
    Html rows;
    for (const TableSeries &series : data.tables())
        rows += element("tr", {},
                        element("th", {{"scope", u"row"_s}}, Html(Words::ofDictionary(series.table->title)))
                            + element("td", {}, Html(unitOf(series.table->period)))
                            + fileLink(series, u"csv"_s, u"CSV"_s, files, place)
                            + fileLink(series, u"json"_s, u"JSON"_s, files, place));
    //: The head of a column of "each week", "each month", "all months so far, by month"
    const QString peopleIn = Words::tr("people in");
    const QString title = Words::tr("Each table, with all its periods");
    return element("section", {},
                   element("h2", {{"id", u"tables"_s}}, Html(title))
                       + scrolled(title, {},
                                  columnHead(Words::tr("table")) + columnHead(peopleIn) + columnHead(u"CSV"_s)
                                      + columnHead(u"JSON"_s),
                                  rows));
}

Html wholes(const QStringList &files, const PagePlace &place)
{
    Html items;
    for (const Document &document : documents()) {
        if (files.contains(document.file))
            items += element("li", {},
                             link(place.root + u"data/"_s + document.file, document.what) + html(u" <code>")
                                 + Html(document.file) + html(u"</code>"));
    }
    return element("section", {}, element("h2", {}, Html(Words::tr("Everything"))) + element("ul", {}, items));
}

} // namespace

SitePage downloadsPage(const PageData &data, const QStringList &files, const PagePlace &place)
{
    SitePage page{u"downloads.html"_s,
                  Words::tr("All numbers, to download"),
                  Words::tr("Every published number as CSV, JSON and SQLite, at addresses that stay."),
                  {},
                  {}};
    page.lead = element(
        "p", {{"class", u"lead"_s}},
        marked(Words::tr("Names and formats stay, and a published number never changes, but for a removal. A row "
                         "that is missing was not published, which is not zero. Programs read the CSV files as "
                         "they are: %1."),
               {html(u"<code>pandas.read_csv(\"…/data/tables/plugins.csv\")</code>")}));
    page.main = tables(data, files, place) + wholes(files, place);
    return page;
}

} // namespace Telemetry
