#include "host/pages/html.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersWroteIsNoMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("markup");
        QTest::newRow("a script") << u"<script>alert(1)</script>"_s << u"&lt;script&gt;alert(1)&lt;/script&gt;"_s;
        QTest::newRow("an attribute") << u"\" onload=\"x"_s << u"&quot; onload=&quot;x"_s;
        QTest::newRow("an entity") << u"&lt;"_s << u"&amp;lt;"_s;
        QTest::newRow("an apostrophe") << u"a\u0027b"_s << u"a&#39;b"_s;
        QTest::newRow("turned around") << u"a\u202Eb"_s << u"a[U+202E]b"_s;
        QTest::newRow("nothing to see") << u"a\u200Bb"_s << u"a[U+200B]b"_s;
        QTest::newRow("a zero") << QString(QChar(0)) << u"[U+0000]"_s;
        QTest::newRow("half a character") << QString(QChar(0xd800)) << u"\uFFFD"_s;
        QTest::newRow("other letters") << u"Zażółć 細胞 🔬"_s << u"Zażółć 細胞 🔬"_s;
    }
    void whatOthersWroteIsNoMarkup()
    {
        QFETCH(QString, text);
        QFETCH(QString, markup);
        QCOMPARE(Html(text).markup(), markup);
        QCOMPARE(element("p", {{"title", text}}, Html(text)).markup(), u"<p title=\"%1\">%1</p>"_s.arg(markup));
    }
    void anAttributeWithoutAValueIsLeftOut()
    {
        QCOMPARE(element("a", {{"href", u"x"_s}, {"class", QString()}}, html(u"y")).markup(), u"<a href=\"x\">y</a>"_s);
        QCOMPARE(lone("img", {{"alt", u""_s}}).markup(), u"<img alt=\"\"/>"_s);
    }
    void aLongNameHasPlacesToBreak()
    {
        QCOMPARE(named(u"napari.a_b"_s).markup(), u"<bdi>napari.<wbr>a_<wbr>b</bdi>"_s);
        QCOMPARE(named(u"x."_s).markup(), u"<bdi>x.</bdi>"_s);
    }
};

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
