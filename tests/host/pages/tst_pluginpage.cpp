#include "host/pages/pluginpage.h"

#include "support/pagelanguage.h"
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
    void eachLanguageHasItsForms_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("people");
        QTest::addColumn<QString>("words");
        QTest::newRow("German, one") << u"de"_s << 1
                                     << u"<strong>1 Person (95\u00a0%: 0 bis 11)</strong> hatte es im Oktober 2026."_s;
        QTest::newRow("German")
            << u"de"_s << 1222
            << u"<strong>1.222 Personen (95\u00a0%: 1.212 bis 1.232)</strong> hatten es im Oktober 2026."_s;
        QTest::newRow("Polish, one")
            << u"pl"_s << 1 << u"<strong>1 osoba (95%: od 0 do 11)</strong> miała tę wtyczkę (październik 2026)."_s;
        QTest::newRow("Polish, few")
            << u"pl"_s << 1222
            << u"<strong>1222 osoby (95%: od 1212 do 1232)</strong> miały tę wtyczkę (październik 2026)."_s;
        QTest::newRow("Polish, many")
            << u"pl"_s << 715
            << u"<strong>715 osób (95%: od 705 do 725)</strong> miało tę wtyczkę (październik 2026)."_s;
        QTest::newRow("Polish, twelve")
            << u"pl"_s << 12 << u"<strong>12 osób (95%: od 2 do 22)</strong> miało tę wtyczkę (październik 2026)."_s;
    }
    void eachLanguageHasItsForms()
    {
        QFETCH(QString, language);
        QFETCH(int, people);
        QFETCH(QString, words);
        TestSupport::PagesFolder folder;
        folder.plugins(u"2026-10"_s, {{{u"a"_s}, people}});
        const auto data = folder.done().data();
        const PageLanguage spoken(TestSupport::tongue(language.toLatin1().constData()));
        const auto plugins = pluginsOf(*data);
        const QString lead = TestSupport::withoutData(pluginPage(*data, plugins[0], {}, below).lead);
        QVERIFY2(lead.contains(words), qPrintable(lead));
        QVERIFY(pluginBadge(plugins[0]).contains(" people in October 2026")); // there is one for all languages
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
