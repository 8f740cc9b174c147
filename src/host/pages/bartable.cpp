#include "host/pages/bartable.h"

#include "contract/version.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString percentOf(qint64 number, qint64 greatest)
{
    return QString::number(100.0 * double(number) / double(std::max<qint64>(1, greatest)), 'f', 1) + u'%';
}

Html bar(const PeopleWithin &number, qint64 greatest)
{
    const Html drawn =
        lone("rect",
             {{"class", u"bar"_s}, {"y", u"2"_s}, {"width", percentOf(number.people, greatest)}, {"height", u"12"_s}})
        + lone("line", {{"class", u"interval"_s},
                        {"x1", percentOf(number.low, greatest)},
                        {"x2", percentOf(number.high, greatest)},
                        {"y1", u"8"_s},
                        {"y2", u"8"_s}});
    return element(
        "td", {{"class", u"bars"_s}},
        element("svg",
                {{"width", u"100%"_s}, {"height", u"16"_s}, {"aria-hidden", u"true"_s}, {"focusable", u"false"_s}},
                drawn));
}

Html defaultName(const QStringList &key)
{
    return named(keyText(key));
}

Html rowOf(const BarTable &table, const PublishedRow &row, qint64 greatest)
{
    Html cells = element("th", {{"scope", u"row"_s}}, table.name ? table.name(row.key) : defaultName(row.key))
                 + element("td", {{"class", u"number"_s}}, groupedData(row.number.people))
                 + element("td", {{"class", u"within"_s}}, intervalData(row.number));
    if (table.whole)
        cells += element("td", {{"class", u"number"_s}}, Html(shareText(row.number.people, table.whole->people)));
    return element("tr", {}, cells + bar(row.number, greatest));
}

QString headOf(const TableSeries &series)
{
    QStringList titles;
    for (const QString &dimension : series.table->dimensions)
        titles.append(Words::ofDictionary(series.titleOf(dimension)));
    return titles.join(u" · "_s);
}

Html tableOfRows(const BarTable &table, const QList<PublishedRow> &rows, qint64 greatest, const QString &caption)
{
    Html body;
    for (const PublishedRow &row : rows)
        body += rowOf(table, row, greatest);
    Html head = columnHead(table.head.isEmpty() ? headOf(*table.series) : table.head)
                + columnHead(Words::tr("people"), u"number"_s) + columnHead(Words::tr("95 % interval"), u"within"_s);
    if (table.whole)
        head += columnHead(Words::tr("share"), u"number"_s);
    head += html(u"<td class=\"bars\"></td>");
    return element("table", {{"class", u"barred"_s}},
                   element("caption", {{"class", u"aside"_s}}, Html(caption))
                       + element("thead", {}, element("tr", {}, head)) + element("tbody", {}, body));
}

} // namespace

QString keyText(const QStringList &key)
{
    QStringList parts;
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (i + 1 == key.size() || !(key[i + 1] + u' ').startsWith(key[i] + u' '))
            parts.append(key[i]);
    }
    return parts.join(u" · "_s);
}

QList<PublishedRow> sortedRows(const TableSeries &series, const QString &period)
{
    QList<PublishedRow> rows = series.rows.value(period);
    const bool byVersion = series.topic->publicRule.kind == PublicRule::Kind::Version
                           && series.table->dimensions.size() == 1
                           && series.table->dimensions.first() == series.topic->publicRule.nameField;
    std::stable_sort(rows.begin(), rows.end(), [&](const PublishedRow &a, const PublishedRow &b) {
        if (byVersion) {
            if (const int order = compareVersions(a.key.first(), b.key.first()); order != 0)
                return order > 0;
        }
        return a.number.people != b.number.people ? a.number.people > b.number.people : a.key < b.key;
    });
    return rows;
}

Html barTable(const BarTable &table)
{
    const QList<PublishedRow> rows = table.rows.isEmpty() ? sortedRows(*table.series, table.period) : table.rows;
    if (rows.isEmpty())
        return element(
            "p", {{"class", u"message"_s}},
            marked(Words::tr("No number of this table was published for %1: in each row there were fewer than about "
                             "%2 people, or none."),
                   {Html(periodText(table.period)), groupedData(table.series->table->threshold)}));
    qint64 greatest = 0;
    for (const PublishedRow &row : rows)
        greatest = std::max(greatest, row.number.high);
    const QString caption = u"%1, %2"_s.arg(Words::ofDictionary(table.series->table->title), periodText(table.period));
    Html made = tableOfRows(table, rows.mid(0, table.most), greatest, caption);
    if (rows.size() > table.most) {
        //: Rows of a table that are not shown at first
        const QString more = Words::tr("%n more", nullptr, int(rows.size() - table.most));
        //: The caption of a table, of which this is the second part
        const QString rest = Words::tr("%1, continued").arg(caption);
        made += element("details", {},
                        element("summary", {}, Html(more)) + tableOfRows(table, rows.mid(table.most), greatest, rest));
    }
    return made;
}

} // namespace Telemetry
