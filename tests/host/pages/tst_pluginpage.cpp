#include "host/pages/pluginpage.h"

#include "support/pagesfolder.h"
#include "support/pagetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const PagePlace below{u"../"_s, u"../"_s};

} // namespace

class TestPluginPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAuthorFindsWhatTheyAskFor()
    {
        const auto data = TestSupport::someMonths().data();
        const auto plugins = pluginsOf(*data);
        const SitePage page = pluginPage(*data, plugins[0], {true, true, u"https://x.org/"_s}, below);
        QCOMPARE(page.path, u"plugins/napari-svg.html"_s);
        QVERIFY(TestSupport::withoutData(page.lead).contains(u"62 people (95 %: 52 to 72)"_s));
        const QString main = TestSupport::withoutData(page.main);
        QVERIFY(main.contains(u"0.<wbr>2.<wbr>1"_s) && main.contains(u"napari_<wbr>svg.<wbr>write"_s));
        QVERIFY(!main.contains(u"napari.<wbr>viewer"_s));
        QVERIFY(main.contains(u"October 2026: 62 (95 % interval 52 to 72)"_s));
        QVERIFY(main.contains(u"https://x.org/plugins/napari-svg.svg"_s));
        QVERIFY(main.contains(u"../verify.html"_s));
        QVERIFY(!main.contains(u"href=\"data/"_s));
        QVERIFY(pluginBadge(plugins[0]).contains("62 people in October 2026"));
    }
    void aPluginWithoutANumberNowSaysSo()
    {
        TestSupport::PagesFolder folder;
        folder.plugins(u"2026-09"_s, {{{u"a"_s}, 60}}).plugins(u"2026-10"_s, {});
        const auto data = folder.done().data();
        const auto plugins = pluginsOf(*data);
        const QString lead = TestSupport::withoutData(pluginPage(*data, plugins[0], {}, below).lead);
        QVERIFY2(lead.contains(u"fewer than about 26 people had it, or none. The last one is of September 2026."_s),
                 qPrintable(lead));
        QVERIFY(pluginBadge(plugins[0]).contains("no number in October 2026"));
    }
};

QTEST_GUILESS_MAIN(TestPluginPage)
#include "tst_pluginpage.moc"
