#include "host/aggregate/reviewpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReviewPage : public QObject
{
    Q_OBJECT

    const QByteArray m_digest = QByteArray("0123456789abcdef").repeated(4);

    Review waiting() const
    {
        Review review{m_digest,
                      {{u"2026-11"_s, u"2026-12-22"_s, 2, {}}, {u"2026-12"_s, u"2027-01-26"_s, 0, {}}},
                      {{u"2026-11"_s, u"plugins"_s, u"[\"napari-svg\"]"_s, 5'000'000'000, 40.5, 6.25}},
                      {u"<b>bold</b>"_s, u"napari-svg"_s},
                      true,
                      {u"2026-11, plugins [\"napari-svg\"]: 5000000000 people, usually 41"_s, u"a & b < c"_s}};
        review.periods[0].tables = {{u"users-month"_s, 1, 120},
                                    {u"plugin-versions"_s,
                                     2,
                                     75,
                                     110,
                                     {u"[\"<script>alert(1)</script>\",\"0.1\"]"_s, u"[\"a\\\"b\",\"%1 %2\"]"_s},
                                     {u"[]"_s}}};
        return review;
    }
    Review unsuspicious() const
    {
        Review review = waiting();
        review.suspicions.clear();
        review.newPlugins.clear();
        return review;
    }

private Q_SLOTS:
    void nothingWaits()
    {
        QCOMPARE(reviewText({}), u"Nothing waits to be published.\n"_s);
        const QByteArray html = reviewHtml({});
        QVERIFY(html.contains("<p>Nothing waits to be published.</p>"));
        QVERIFY(html.endsWith("</html>\n"));
        QVERIFY(!html.contains(" publish ")); // how to do it
        const QJsonObject json = QJsonDocument::fromJson(reviewJson({})).object();
        QVERIFY(json[u"digest"_s].isNull());
        for (const QString &list : {u"periods"_s, u"jumps"_s, u"new_plugins"_s, u"suspicions"_s})
            QVERIFY(json[list].isArray() && json[list].toArray().isEmpty());
    }
    void aTerminalShowsAll()
    {
        QCOMPARE(reviewText(waiting()), u"2026-11, drawn on 2026-12-22, 2 event(s) undefined\n"
                                        "  users-month: 1 rows, 120 people in them\n"
                                        "  plugin-versions: 2 rows, 75 people in them of 110\n"
                                        "    new in a year: <script>alert(1)</script>, 0.1; a\"b, %1 %2\n"
                                        "    gone since the last: all\n"
                                        "2026-12, drawn on 2027-01-26, 0 event(s) undefined\n"
                                        "plugins that were never published: <b>bold</b>, napari-svg\n"
                                        "suspicious:\n"
                                        "  2026-11, plugins [\"napari-svg\"]: 5000000000 people, usually 41\n"
                                        "  a & b < c\n"
                                        "Publish exactly these numbers: napari-telemetry-aggregate publish "_s
                                            + QString::fromLatin1(m_digest) + u'\n');
        const QString text = reviewText(unsuspicious());
        QVERIFY(text.contains(u"\nnothing is suspicious\n"_s));
        QVERIFY(!text.contains(u"plugins that"_s));
    }
    void aBrowserShowsAll()
    {
        const QString html = QString::fromUtf8(reviewHtml(waiting()));
        for (const QString &part :
             {u"<h2>2026-11</h2>\n<p>Drawn on 2026-12-22; 2 event(s) are not what the data dictionary defines.</p>"_s,
              u"<h2>2026-12</h2>"_s,
              u"<tr><td>users-month</td><td>1</td><td>120</td><td>–</td><td></td><td></td></tr>"_s,
              u"<tr><td>plugin-versions</td><td>2</td><td>75</td><td>110</td>"_s, u"<td>all</td></tr>"_s,
              u"<li>2026-11, plugins [&quot;napari-svg&quot;]: 5000000000 people, usually 41</li>"_s,
              u"<li>napari-svg</li>"_s,
              u"<code>Publish exactly these numbers: napari-telemetry-aggregate publish %1</code>"_s.arg(
                  QString::fromLatin1(m_digest))})
            QVERIFY2(html.contains(part), qPrintable(part));
        QVERIFY(!html.contains(u"Nothing is."_s));
        const QString quiet = QString::fromUtf8(reviewHtml(unsuspicious()));
        QVERIFY(quiet.contains(u"<p>Nothing is.</p>"_s));
        QVERIFY(!quiet.contains(u"never published"_s));
    }
    void whatOthersNamedIsText()
    {
        const QString html = QString::fromUtf8(reviewHtml(waiting()));
        QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;, 0.1; a&quot;b, %1 %2"_s));
        QVERIFY(html.contains(u"<li>&lt;b&gt;bold&lt;/b&gt;</li>"_s));
        QVERIFY(html.contains(u"<li>a &amp; b &lt; c</li>"_s));
        QVERIFY(!html.contains(u"<script"_s) && !html.contains(u"<b>"_s));
    }
    /// A page that is opened from a disk asks nobody for anything.
    void thePageRefersToNothing()
    {
        static const QRegularExpression reference(
            u"//|\\b(src|href|srcset|action|data)\\s*=|url\\(|@import|<(script|link|iframe|img|object|form|base)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        for (const Review &review : {Review{}, waiting(), unsuspicious()}) {
            const QString html = QString::fromUtf8(reviewHtml(review));
            QVERIFY(html.startsWith(u"<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">"_s));
            QVERIFY2(!html.contains(reference), qPrintable(reference.match(html).captured()));
        }
    }
    void aScriptReadsAll()
    {
        const QByteArray bytes = reviewJson(waiting());
        QVERIFY(bytes.endsWith("}\n"));
        QCOMPARE(bytes.count('\n'), 1);
        const QJsonObject json = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(json.keys(), (QStringList{u"digest"_s, u"jumps"_s, u"new_plugins"_s, u"periods"_s, u"suspicions"_s}));
        QCOMPARE(json[u"digest"_s].toString().toLatin1(), m_digest);
        QCOMPARE(json[u"new_plugins"_s].toArray(), (QJsonArray{u"<b>bold</b>"_s, u"napari-svg"_s}));
        QCOMPARE(json[u"suspicions"_s].toArray(), QJsonArray::fromStringList(waiting().suspicions));
        QCOMPARE(json[u"jumps"_s].toArray(), (QJsonArray{QJsonObject{{u"period"_s, u"2026-11"_s},
                                                                     {u"table"_s, u"plugins"_s},
                                                                     {u"key"_s, u"[\"napari-svg\"]"_s},
                                                                     {u"people"_s, qint64(5'000'000'000)},
                                                                     {u"usual"_s, 40.5},
                                                                     {u"z"_s, 6.25}}}));
        const QJsonArray periods = json[u"periods"_s].toArray();
        QCOMPARE(periods.size(), 2);
        QCOMPARE(periods[1].toObject(), (QJsonObject{{u"period"_s, u"2026-12"_s},
                                                     {u"drawn"_s, u"2027-01-26"_s},
                                                     {u"undefined"_s, 0},
                                                     {u"tables"_s, QJsonArray()}}));
        const QJsonArray tables = periods[0].toObject()[u"tables"_s].toArray();
        QCOMPARE(tables[0].toObject(), (QJsonObject{{u"table"_s, u"users-month"_s},
                                                    {u"rows"_s, 1},
                                                    {u"people"_s, 120},
                                                    {u"whole"_s, QJsonValue()},
                                                    {u"appeared"_s, QJsonArray()},
                                                    {u"vanished"_s, QJsonArray()}}));
        QCOMPARE(tables[1].toObject()[u"whole"_s].toInt(), 110);
        QCOMPARE(tables[1].toObject()[u"appeared"_s].toArray()[0].toString(),
                 u"[\"<script>alert(1)</script>\",\"0.1\"]"_s);
        QCOMPARE(tables[1].toObject()[u"vanished"_s].toArray(), QJsonArray{u"[]"_s});
    }
};

QTEST_GUILESS_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
