#include "host/aggregate/reviewpage.h"

#include "host/aggregate/celltexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A key as people read it.
QString shown(const QString &key)
{
    const QStringList texts = textsOfJson(key);
    return texts.isEmpty() ? u"all"_s : texts.join(u", "_s);
}

QString shownAll(const QStringList &keys)
{
    QStringList all;
    for (const QString &key : keys)
        all.append(shown(key));
    return all.join(u"; "_s);
}

QString row(const QString &cell, const QStringList &texts)
{
    QString html = u"<tr>"_s;
    for (const QString &text : texts)
        html += u"<%1>%2</%1>"_s.arg(cell, text.toHtmlEscaped());
    return html + u"</tr>\n"_s;
}

QString list(const QStringList &items)
{
    QString html = u"<ul>\n"_s;
    for (const QString &item : items)
        html += u"<li>%1</li>\n"_s.arg(item.toHtmlEscaped());
    return html + u"</ul>\n"_s;
}

QStringList cellsOf(const ReviewedTable &table)
{
    return {table.table,
            QString::number(table.cells),
            QString::number(table.people),
            table.whole ? QString::number(*table.whole) : u"–"_s,
            shownAll(table.appeared),
            shownAll(table.vanished)};
}

const QStringList headings{u"table"_s,     u"rows"_s,          u"people in them"_s,
                           u"of people"_s, u"new in a year"_s, u"gone since the last"_s};

const auto howTo = u"Publish exactly these numbers: napari-telemetry-aggregate publish %1"_s;
const auto nothing = u"Nothing waits to be published."_s;

} // namespace

QString reviewText(const Review &review)
{
    if (review.digest.isEmpty())
        return nothing + u'\n';
    QString text;
    for (const ReviewedPeriod &period : review.periods) {
        text += u"%1, drawn on %2, %3 event(s) undefined\n"_s.arg(period.period, period.drawn,
                                                                  QString::number(period.undefined));
        for (const ReviewedTable &table : period.tables) {
            text += u"  %1: %2 rows, %3 people in them"_s.arg(table.table, QString::number(table.cells),
                                                              QString::number(table.people));
            text += table.whole ? u" of %1\n"_s.arg(*table.whole) : u"\n"_s;
            if (!table.appeared.isEmpty())
                text += u"    new in a year: %1\n"_s.arg(shownAll(table.appeared));
            if (!table.vanished.isEmpty())
                text += u"    gone since the last: %1\n"_s.arg(shownAll(table.vanished));
        }
    }
    if (!review.newPlugins.isEmpty())
        text += u"plugins that were never published: %1\n"_s.arg(review.newPlugins.join(u", "_s));
    text += review.suspicions.isEmpty() ? u"nothing is suspicious\n"_s : u"suspicious:\n"_s;
    for (const QString &suspicion : review.suspicions)
        text += u"  "_s + suspicion + u'\n';
    return text + howTo.arg(QString::fromLatin1(review.digest)) + u'\n';
}

QByteArray reviewHtml(const Review &review)
{
    QString html = u"<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Candidates</title>\n<style>\n"
                   ":root { color-scheme: light dark; font: 16px/1.4 system-ui, sans-serif }\n"
                   "body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }\n"
                   ".table { overflow-x: auto }\n"
                   "table { border-collapse: collapse }\n"
                   "td, th { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top }\n"
                   "td:nth-child(n+2):nth-child(-n+4) { text-align: right; font-variant-numeric: tabular-nums }\n"
                   "tr + tr { border-top: 1px solid color-mix(in srgb, currentcolor 20%, transparent) }\n"
                   "code { overflow-wrap: anywhere }\n</style>\n<main>\n<h1>Candidates</h1>\n"_s;
    if (review.digest.isEmpty())
        return (html + u"<p>%1</p>\n</main>\n</html>\n"_s.arg(nothing)).toUtf8();
    html += u"<h2>Suspicious</h2>\n"_s
            + (review.suspicions.isEmpty() ? u"<p>Nothing is.</p>\n"_s : list(review.suspicions));
    if (!review.newPlugins.isEmpty())
        html += u"<h2>Plugins that were never published</h2>\n"_s + list(review.newPlugins);
    for (const ReviewedPeriod &period : review.periods) {
        html += u"<h2>%1</h2>\n<p>Drawn on %2; %3 event(s) are not what the data dictionary defines.</p>\n"
                "<div class=\"table\"><table>\n"_s.arg(period.period, period.drawn, QString::number(period.undefined));
        html += row(u"th"_s, headings);
        for (const ReviewedTable &table : period.tables)
            html += row(u"td"_s, cellsOf(table));
        html += u"</table></div>\n"_s;
    }
    html += u"<h2>Publish</h2>\n<p><code>%1</code></p>\n</main>\n</html>\n"_s.arg(
        howTo.arg(QString::fromLatin1(review.digest)));
    return html.toUtf8();
}

QByteArray reviewJson(const Review &review)
{
    QJsonArray periods;
    for (const ReviewedPeriod &period : review.periods) {
        QJsonArray tables;
        for (const ReviewedTable &table : period.tables)
            tables.append(QJsonObject{{u"table"_s, table.table},
                                      {u"rows"_s, table.cells},
                                      {u"people"_s, table.people},
                                      {u"whole"_s, table.whole ? QJsonValue(*table.whole) : QJsonValue()},
                                      {u"appeared"_s, QJsonArray::fromStringList(table.appeared)},
                                      {u"vanished"_s, QJsonArray::fromStringList(table.vanished)}});
        periods.append(QJsonObject{{u"period"_s, period.period},
                                   {u"drawn"_s, period.drawn},
                                   {u"undefined"_s, period.undefined},
                                   {u"tables"_s, tables}});
    }
    QJsonArray jumps;
    for (const Jump &jump : review.jumps)
        jumps.append(QJsonObject{{u"period"_s, jump.period},
                                 {u"table"_s, jump.table},
                                 {u"key"_s, jump.key},
                                 {u"people"_s, jump.people},
                                 {u"usual"_s, jump.usual},
                                 {u"z"_s, jump.z}});
    return QJsonDocument(
               QJsonObject{{u"digest"_s,
                            review.digest.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(review.digest))},
                           {u"periods"_s, periods},
                           {u"jumps"_s, jumps},
                           {u"new_plugins"_s, QJsonArray::fromStringList(review.newPlugins)},
                           {u"suspicions"_s, QJsonArray::fromStringList(review.suspicions)}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

} // namespace Telemetry
