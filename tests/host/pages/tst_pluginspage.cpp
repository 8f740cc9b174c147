#include "host/pages/pluginspage.h"

#include "support/pagesfolder.h"
#include "support/pagetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPluginsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreInTheTableTheMostFirst()
    {
        const auto data = TestSupport::someMonths().data();
        const QString page = TestSupport::withoutData(pluginsPage(*data, pluginsOf(*data), {}, {}).main);
        QVERIFY(page.indexOf(u"plugins/napari-svg.html"_s) < page.indexOf(u"plugins/small-one.html"_s));
        QVERIFY(page.contains(u"data-value=\"62\">62<"_s) && page.contains(u"52 to 72"_s));
        QVERIFY(page.contains(u"3 of 4"_s));
        QVERIFY(!page.contains(u"<input"_s));
    }
    void theSearchIsHiddenUntilTheScriptRuns()
    {
        const auto data = TestSupport::someMonths().data();
        QVERIFY(
            pluginsPage(*data, pluginsOf(*data), {true}, {}).main.markup().contains(u"<p class=\"search\" hidden>"_s));
    }
    void noneYetAndNoneEnoughAreSaid()
    {
        const auto empty = TestSupport::PagesFolder().data();
        QVERIFY(pluginsPage(*empty, {}, {}, {}).lead.markup().contains(u"No month has been published yet"_s));
        TestSupport::PagesFolder folder;
        folder.plugins(u"2026-10"_s, {});
        const auto few = folder.done().data();
        QVERIFY(pluginsPage(*few, pluginsOf(*few), {}, {}).main.markup().contains(u"no plugin had enough people"_s));
    }
};

QTEST_GUILESS_MAIN(TestPluginsPage)
#include "tst_pluginspage.moc"
