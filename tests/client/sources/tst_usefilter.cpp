#include "client/sources/usefilter.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

UseFilter filterWith(const InstalledPlugin &plugin)
{
    return {TestSupport::dictionary(), TestSupport::publicStrings(), {plugin}};
}

} // namespace

class TestUseFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWholePublicIdsPass_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("inManifest");
        QTest::addColumn<QString>("used");
        QTest::addColumn<bool>("allowed");
        const QString svg = u"napari-svg"_s;
        const QString release = u"0.2.1"_s;
        const QString writer = u"napari-svg.svg_writer"_s;
        QTest::newRow("napari's menu") << svg << release << writer << u"napari.layer.duplicate"_s << true;
        QTest::newRow("napari's key") << svg << release << writer << u"napari:toggle_theme"_s << true;
        QTest::newRow("what only looks like napari's") << svg << release << writer << u"napari.layer.secret"_s << false;
        QTest::newRow("public plugin") << svg << release << writer << writer << true;
        QTest::newRow("another spelling")
            << u"napari_svg"_s << release << u"napari_svg.svg_writer"_s << u"napari_svg.svg_writer"_s << false;
        QTest::newRow("another spelling of the plugin alone") << u"napari_svg"_s << release << writer << writer << true;
        QTest::newRow("in its manifest, but not public")
            << svg << release << u"napari-svg.Prof-X"_s << u"napari-svg.Prof-X"_s << false;
        QTest::newRow("of a plugin whose commands are not listed")
            << u"napari-3d-registration"_s
            << TestSupport::publicStrings().releases(u"napari-3d-registration"_s).constFirst()
            << u"napari-3d-registration.open"_s << u"napari-3d-registration.open"_s << false;
        QTest::newRow("under a public plugin's name, not in its manifest")
            << svg << release << writer << u"napari-svg.secret"_s << false;
        QTest::newRow("of a private version") << svg << u"0.2.7"_s << writer << writer << false;
        QTest::newRow("of a folder") << svg << QString() << writer << writer << false;
        QTest::newRow("of a private plugin") << u"lab-x"_s << u"1.0"_s << u"lab-x.open"_s << u"lab-x.open"_s << false;
        QTest::newRow("a public name in a private plugin's manifest")
            << u"lab-x"_s << u"1.0"_s << writer << writer << false;
        QTest::newRow("a foreign name in a public plugin's manifest")
            << svg << release << u"lab-x.open"_s << u"lab-x.open"_s << false;
        QTest::newRow("napari's name in a public plugin's manifest")
            << svg << release << u"napari.secret"_s << u"napari.secret"_s << false;
        QTest::newRow("not of the dictionary's form")
            << svg << release << u"napari-svg.My widget"_s << u"napari-svg.My widget"_s << false;
        QTest::newRow("nothing") << svg << release << QString() << QString() << false;
    }
    void onlyWholePublicIdsPass()
    {
        QFETCH(QString, plugin);
        QFETCH(QString, version);
        QFETCH(QString, inManifest);
        QFETCH(QString, used);
        QTEST(filterWith({plugin, version, {inManifest}}).allows(used), "allowed");
    }
    /// The collector can't see the manifest that is installed, but it takes nothing less than what passes here.
    void whatPassesIsTakenByTheCollector()
    {
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"command");
        const QString id = u"napari-svg.svg_writer"_s;
        QVERIFY(filterWith({u"napari_svg"_s, u"0.2.1"_s, {id}}).allows(id));
        QVERIFY(TestSupport::publicStrings().allows(topic, {{u"command"_s, id}, {u"count_class"_s, u"1"_s}}));
    }
    void whatIsHeldIsNotKept()
    {
        QVERIFY(filterWith({}).keeps(u"layer-size"_s));
        const UseFilter holding(TestSupport::dictionary(), TestSupport::publicStrings(), {}, {u"layer-size"_s});
        QVERIFY(!holding.keeps(u"layer-size"_s));
        QVERIFY(holding.keeps(u"layer-array"_s));
    }
};

QTEST_GUILESS_MAIN(TestUseFilter)
#include "tst_usefilter.moc"
