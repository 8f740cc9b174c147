#include "host/pages/downloadspage.h"

#include "host/pages/wording.h"

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
    return {{u"aggregates.sqlite"_s, u"All published numbers as one SQLite file"_s},
            {u"datapackage.json"_s, u"Columns and types of the CSV files (Data Package)"_s},
            {u"index.json"_s, u"All periods, tables and files, with noise and thresholds"_s},
            {u"dictionary.json"_s, u"Data dictionary: what may be sent, and how it is published"_s},
            {u"public-list.json"_s, u"Public list: plugins, commands and versions that may be named"_s},
            {u"endpoints.json"_s, u"Where each level is sent"_s},
            {u"history.jsonl"_s, u"History: every release and removal"_s},
            {u"history-head.json"_s, u"Signatures of the history’s last line"_s},
            {u"keys.json"_s, u"Keys that sign the history"_s},
            {u"audit-kit/README.md"_s, u"A made-up month with its noise key, to draw it again"_s}};
}

QString unitOf(FirstIn period)
{
    switch (period) {
    case FirstIn::Week:
        return u"each week"_s;
    case FirstIn::Month:
        return u"each month"_s;
    case FirstIn::Year:
        return u"the year so far, by month"_s;
    case FirstIn::Ever:
        break;
    }
    return u"all months so far, by month"_s;
}

Html fileLink(const TableSeries &series, const QString &suffix, const QString &name, const QStringList &files)
{
    const QString path = series.file(suffix);
    if (!files.contains(path.mid(5)))
        return html(u"<td class=\"none\">–</td>");
    return element(
        "td", {},
        element("a", {{"href", path}, {"aria-label", u"%1: %2 file"_s.arg(series.table->title, name)}}, Html(name)));
}

Html tables(const PageData &data, const QStringList &files)
{
    Html rows;
    for (const TableSeries &series : data.tables())
        rows +=
            element("tr", {},
                    element("th", {{"scope", u"row"_s}}, Html(series.table->title))
                        + element("td", {}, Html(unitOf(series.table->period)))
                        + fileLink(series, u"csv"_s, u"CSV"_s, files) + fileLink(series, u"json"_s, u"JSON"_s, files));
    return html(
               u"<section><h2 id=\"tables\">Each table, with all its periods</h2><div class=\"scroll whole\" "
               u"tabindex=\"0\" "
               u"role=\"region\" aria-labelledby=\"tables\"><table><thead><tr><th scope=\"col\">table</th><th "
               u"scope=\"col\">people in</th><th scope=\"col\">CSV</th><th scope=\"col\">JSON</th></tr></thead><tbody>")
           + rows + html(u"</tbody></table></div></section>");
}

Html wholes(const QStringList &files)
{
    Html items;
    for (const Document &document : documents()) {
        if (files.contains(document.file))
            items += element("li", {},
                             link(u"data/"_s + document.file, document.what) + html(u" <code>") + Html(document.file)
                                 + html(u"</code>"));
    }
    return html(u"<section><h2>Everything</h2><ul>") + items + html(u"</ul></section>");
}

} // namespace

SitePage downloadsPage(const PageData &data, const QStringList &files)
{
    SitePage page{u"downloads.html"_s,
                  u"All numbers, to download"_s,
                  u"Every published number as CSV, JSON and SQLite, at addresses that stay."_s,
                  {},
                  {}};
    page.lead =
        html(u"<p class=\"lead\">Names and formats stay, and a published number never changes, but for a removal. A "
             u"row that is missing was not published, which is not zero. Programs read the CSV files as they are: "
             u"<code>pandas.read_csv(\"…/data/tables/plugins.csv\")</code>.</p>");
    page.main = tables(data, files) + wholes(files);
    return page;
}

} // namespace Telemetry
