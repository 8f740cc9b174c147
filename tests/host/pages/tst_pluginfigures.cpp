#include "host/pages/pluginfigures.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPluginFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandBelongsToItsPlugin_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("plugin");
        QTest::newRow("plain") << u"napari-svg.write"_s << u"napari-svg"_s;
        QTest::newRow("not normalised") << u"Napari_SVG.a.b"_s << u"napari-svg"_s;
        QTest::newRow("a colon") << u"napari-svg:write"_s << u"napari-svg"_s;
        QTest::newRow("napari itself") << u"napari.viewer.open"_s << u"napari"_s;
    }
    void aCommandBelongsToItsPlugin()
    {
        QFETCH(QString, command);
        QFETCH(QString, plugin);
        QCOMPARE(pluginOfCommand(command), plugin);
    }
    void allThatIsPublishedOfItIsThere()
    {
        const auto data = TestSupport::someMonths().data();
        const auto plugins = pluginsOf(*data);
        QCOMPARE(plugins.size(), 2);
        QCOMPARE(plugins[0].name, u"napari-svg"_s);
        QCOMPARE(plugins[0].latest(), std::optional(PeopleWithin{62, 52, 72}));
        QCOMPARE(plugins[0].versionRows.value(u"2026-10"_s).size(), 1);
        QCOMPARE(plugins[0].commandRows.value(u"2026-10"_s).first().key, QStringList(u"napari_svg.write"_s));
        QCOMPARE(plugins[0].years.first().published, 3);
        QVERIFY(plugins[1].versionRows.isEmpty() && plugins[1].commandRows.isEmpty());
    }
    void anotherNameHasNoPage()
    {
        TestSupport::PagesFolder folder;
        folder.plugins(u"2026-10"_s, {{{u"../../etc"_s}, 60}, {{u"<b>"_s}, 60}, {{u"A"_s}, 60}, {{u"a"_s}, 60}});
        const auto data = folder.done().data();
        const auto plugins = pluginsOf(*data);
        QStringList withPage;
        for (const PluginFigures &plugin : plugins) {
            if (plugin.hasPage())
                withPage.append(plugin.name);
        }
        QCOMPARE(plugins.size(), 4);
        QCOMPARE(withPage, QStringList(u"a"_s));
    }
    void theNewestMonthWithANumberIsFound()
    {
        TestSupport::PagesFolder folder;
        folder.plugins(u"2026-09"_s, {{{u"a"_s}, 60}}).plugins(u"2026-10"_s, {});
        const auto data = folder.done().data();
        const auto plugins = pluginsOf(*data);
        QCOMPARE(plugins[0].newestMonth(), u"2026-09"_s);
        QVERIFY(!plugins[0].latest());
    }
};

QTEST_GUILESS_MAIN(TestPluginFigures)
#include "tst_pluginfigures.moc"
