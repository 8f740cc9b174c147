#include "host/pages/frame.h"

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
