#include "client/sources/pluginsource.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const TopicDefinition &topic()
{
    return *TestSupport::dictionary().topic(u"plugin");
}

PublicStrings someStrings()
{
    return PublicStrings::load(R"({"plugins": {"napari-svg": ["0.2.0", "0.2.1", "0.10.0"], "bermuda": ["0.1.8"]},
                                   "napari_commands": ["napari.a"],"versions":{"napari":["0.9.2"]}})")
        .value();
}

QByteArray asText(const QList<QJsonObject> &values)
{
    QByteArray text;
    for (const QJsonObject &value : values)
        text += value["name"_L1].toString().toUtf8() + ' ' + value["version"_L1].toString().toUtf8() + ';';
    return text;
}

} // namespace

class TestPluginSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyPublicPairsPass_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QByteArray>("reported");
        QTest::newRow("public") << u"napari-svg"_s << u"0.2.1"_s << QByteArray("napari-svg 0.2.1;");
        QTest::newRow("other spelling") << u"Napari_SVG"_s << u"0.2.1"_s << QByteArray("napari-svg 0.2.1;");
        QTest::newRow("private name") << u"mylab-secret"_s << u"0.2.1"_s << QByteArray();
        QTest::newRow("private version of a public name") << u"napari-svg"_s << u"0.2.7"_s << QByteArray();
        QTest::newRow("another plugin's version") << u"bermuda"_s << u"0.2.1"_s << QByteArray();
        QTest::newRow("development build") << u"napari-svg"_s << u"0.2.1.dev1"_s << QByteArray();
        QTest::newRow("local build") << u"napari-svg"_s << u"0.2.1+mylab"_s << QByteArray();
        QTest::newRow("no version") << u"napari-svg"_s << QString() << QByteArray();
    }
    void onlyPublicPairsPass()
    {
        QFETCH(QString, name);
        QFETCH(QString, version);
        const auto values = pluginValues({{name, version}}, someStrings(), topic());
        QTEST(asText(values), "reported");
        for (const QJsonObject &value : values)
            QVERIFY(!topic().schema.validate(value));
    }
    void readsWhatPythonSays()
    {
        const auto plugins = installedPluginsFromJson(
            R"([{"name": "a", "version": "1.0", "commands": ["a.x", "a.y"]}, {"name": "b"}, 7])");
        QCOMPARE(plugins.size(), 3);
        QCOMPARE(plugins[0].name + plugins[0].version, u"a1.0"_s);
        QCOMPARE(plugins[0].commands, (QStringList{u"a.x"_s, u"a.y"_s}));
        QVERIFY(plugins[1].version.isEmpty() && plugins[1].commands.isEmpty());
        QVERIFY(installedPluginsFromJson("{").isEmpty());
    }
    void duplicatesBecomeTheGreaterVersionInAnyOrder()
    {
        const QList<InstalledPlugin> one{
            {u"napari-svg"_s, u"0.2.1"_s}, {u"napari_svg"_s, u"0.10.0"_s}, {u"bermuda"_s, u"0.1.8"_s}};
        const QList<InstalledPlugin> two{one[2], one[1], one[0]};
        QCOMPARE(asText(pluginValues(one, someStrings(), topic())), QByteArray("bermuda 0.1.8;napari-svg 0.10.0;"));
        QCOMPARE(pluginValues(one, someStrings(), topic()), pluginValues(two, someStrings(), topic()));
    }
    void moreThanTheCapAreAllThere()
    {
        const PublicStrings &all = TestSupport::publicStrings();
        QList<InstalledPlugin> installed;
        for (const QString &name : all.plugins())
            installed.append({name, *all.releases(name).begin()});
        QVERIFY(installed.size() > topic().cap);
        const auto values = pluginValues(installed, all, topic());
        QCOMPARE(values.size(), installed.size());
        for (qsizetype i = 1; i < values.size(); ++i)
            QVERIFY(values[i - 1]["name"_L1].toString() < values[i]["name"_L1].toString());
    }
};

QTEST_GUILESS_MAIN(TestPluginSource)
#include "tst_pluginsource.moc"
