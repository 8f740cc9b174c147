#include "host/pages/frame.h"

#include "support/pagelanguage.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageBelowAFolderFindsTheOthers()
    {
        const QString page = QString::fromUtf8(
            framed({u"plugins/a.html"_s, u"a"_s, u"about a"_s, {}, {}}, {true, true}, QDate(2026, 12, 1)));
        QVERIFY(page.contains(u"<link rel=\"stylesheet\" href=\"../pages.css\"/>"_s));
        QVERIFY(page.contains(u"<script defer src=\"../pages.js\"></script>"_s));
        QVERIFY(page.contains(u"<a href=\"../plugins.html\" aria-current=\"true\">"_s));
        QVERIFY(page.contains(u"As of 1 December 2026."_s));
    }
    void everyPageSaysHowToReachTheOperators()
    {
        SiteShape shape;
        const auto page = [&] { return QString::fromUtf8(framed({u"a.html"_s, u"a"_s, u"a"_s, {}, {}}, shape, {})); };
        QVERIFY(!page().contains(u"Questions"_s));
        shape.contact = u"us@napari.org"_s;
        QVERIFY(page().contains(u"<p>Questions: <a href=\"mailto:us@napari.org\">us@napari.org</a></p>"_s));
        shape.contact = u"https://napari.org/?a&b"_s;
        QVERIFY(page().contains(u"<a href=\"https://napari.org/?a&amp;b\">https://napari.org/?a&amp;b</a>"_s));
    }
    void aPageOfALanguageLeadsToTheOthers()
    {
        const PageLanguage polish(TestSupport::tongue("pl"));
        const QString page = QString::fromUtf8(framed({u"plugins/a.html"_s, u"a"_s, u"about a"_s, {}, {}},
                                                      {true, true, u"https://x.org/"_s}, QDate(2026, 12, 1)));
        for (const QString &part :
             {u"<html lang=\"pl\">"_s, u"<link rel=\"stylesheet\" href=\"../../pages.css\"/>"_s,
              u"<a href=\"../plugins.html\" aria-current=\"true\">Wtyczki</a>"_s,
              u"<title>a · napari w liczbach</title>"_s, u"Stan na 1 grudnia 2026."_s,
              u"<a href=\"../../plugins/a.html\" lang=\"en\" hreflang=\"en\">English</a>"_s,
              u"<a href=\"../../pl/plugins/a.html\" lang=\"pl\" hreflang=\"pl\" aria-current=\"true\">Polski</a>"_s,
              u"<link rel=\"alternate\" hreflang=\"de\" href=\"https://x.org/de/plugins/a.html\"/>"_s,
              u"<link rel=\"alternate\" hreflang=\"en\" href=\"https://x.org/plugins/a.html\"/>"_s,
              u"<p class=\"hint\" hidden data-language=\"de\" lang=\"de\"><a href=\"../../de/plugins/a.html\" "
              u"hreflang=\"de\">Diese Seite gibt es auch auf Deutsch.</a></p>"_s})
            QVERIFY2(page.contains(part), qPrintable(part));
        QVERIFY(!page.contains(u"data-language=\"pl\""_s));
    }
    void withoutAnAddressTheOthersAreBesideIt()
    {
        const QString page = QString::fromUtf8(framed({u"a.html"_s, u"a"_s, u"about a"_s, {}, {}}, {}, {}));
        QVERIFY(page.contains(u"<html lang=\"en\">"_s));
        QVERIFY(page.contains(u"<link rel=\"alternate\" hreflang=\"de\" href=\"de/a.html\"/>"_s));
        QVERIFY(page.contains(u"lang=\"en\" hreflang=\"en\" aria-current=\"true\">English"_s));
    }
    void nothingForeignIsAllowed()
    {
        const QString page = QString::fromUtf8(framed({u"a.html"_s, u"<a>"_s, u"\"a\""_s, {}, {}}, {}, {}));
        QVERIFY(page.contains(u"default-src \u0027none\u0027"_s));
        QVERIFY(!page.contains(u"unsafe"_s) && !page.contains(u"://"_s) && !page.contains(u" style="_s));
        QVERIFY(!page.contains(u"<script"_s) && !page.contains(u"As of"_s));
        QVERIFY(page.contains(u"<h1>&lt;a&gt;</h1>"_s) && page.contains(u"content=\"&quot;a&quot;\""_s));
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
