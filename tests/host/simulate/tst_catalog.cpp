#include "host/simulate/catalog.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryPublicPluginOnce()
    {
        const Catalog catalog(TestSupport::publicStrings());
        QSet<QString> names;
        for (const Catalog::Plugin &plugin : catalog.plugins()) {
            names.insert(plugin.name);
            for (const QString &release : plugin.releases)
                QVERIFY(TestSupport::publicStrings().hasRelease(plugin.name, release));
        }
        QCOMPARE(names.size(), catalog.plugins().size());
        QCOMPARE(names.size(), TestSupport::publicStrings().plugins().size());
        QCOMPARE(catalog.plugins().first().name, u"napari-svg"_s);
        QCOMPARE(catalog.pluginSums().size(), catalog.plugins().size());
    }
    void isTheSameEveryTime() // although the public list is a hash table
    {
        const auto names = [] {
            QStringList list;
            const auto strings = PublicStrings::load(TestSupport::resource(u":/telemetry/public-list.json"_s));
            const Catalog catalog(strings.value());
            for (const Catalog::Plugin &plugin : catalog.plugins())
                list.append(plugin.name);
            return list;
        };
        QCOMPARE(names(), names());
    }
    void sortsReleases()
    {
        const auto strings = PublicStrings::load(
            R"({"plugins":{"napari-svg":["0.10.0","0.9.0","0.2.1"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})");
        const Catalog catalog(strings.value());
        QCOMPARE(catalog.plugins().first().releases, (QStringList{u"0.2.1"_s, u"0.9.0"_s, u"0.10.0"_s}));
    }
    void knowsTheNewestRelease_data()
    {
        QTest::addColumn<QString>("week");
        QTest::addColumn<QString>("version");
        QTest::newRow("before all") << u"2020-W01"_s << u"0.5.6"_s;
        QTest::newRow("between") << u"2026-W13"_s << u"0.7.0"_s;
        QTest::newRow("the week") << u"2026-W14"_s << u"0.7.1"_s;
        QTest::newRow("after all") << u"2030-W01"_s << u"0.9.2"_s;
    }
    void knowsTheNewestRelease()
    {
        QFETCH(QString, week);
        const Catalog catalog(TestSupport::publicStrings());
        QTEST(catalog.releases()[catalog.releaseIn(*Week::fromString(week))].version, "version");
    }
    void namesOnlyPublicCommands()
    {
        const Catalog catalog(TestSupport::publicStrings());
        QCOMPARE(QSet<QString>(catalog.commands().begin(), catalog.commands().end()).size(), catalog.commands().size());
        for (const QString &command : catalog.commands())
            QVERIFY(TestSupport::publicStrings().hasCommand(command));
        QVERIFY(!catalog.plugins().first().commands.isEmpty());
        for (const Catalog::Plugin &plugin : catalog.plugins()) {
            for (const QString &command : plugin.commands)
                QVERIFY(TestSupport::publicStrings().hasCommand(command));
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
