#include "host/pages/proposalpage.h"

#include "host/pages/words.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestProposalPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsThereWholeInEnglish()
    {
        const PageLanguage english(pageTongues().first());
        const QByteArray body = "<h2>Privacy “assessment”</h2>\n<p>a &amp; b</p>";
        const QByteArray page = framed(proposalPage(body), {true, true}, QDate(2026, 12, 1));
        QVERIFY(page.contains(body));
        QVERIFY(page.contains("<html lang=\"en\">"));
        QVERIFY(page.contains("<h1>NAP-8: Telemetry</h1>"));
        QVERIFY(page.contains("href=\"index.html\"") && page.contains("<footer>"));
    }
    void itLinksToNoOtherLanguage()
    {
        const PageLanguage english(pageTongues().first());
        QVERIFY(framed({u"a.html"_s, u"a"_s, u"a"_s, {}, {}}, {}, {}).contains("de/a.html"));
        const QByteArray page = framed(proposalPage("<p>a</p>"), {}, {});
        QVERIFY(!page.contains("hreflang") && !page.contains("de/"));
    }
};

QTEST_GUILESS_MAIN(TestProposalPage)
#include "tst_proposalpage.moc"
