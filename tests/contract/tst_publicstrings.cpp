#include "contract/publicstrings.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicStrings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsRealPlugins()
    {
        QVERIFY(TestSupport::publicStrings().plugins().size() > 600);
        QVERIFY(TestSupport::publicStrings().hasRelease(u"napari-svg"_s, u"0.2.1"_s));
        QVERIFY(!TestSupport::publicStrings().hasRelease(u"napari-svg"_s, u"99.0"_s));
        QVERIFY(!TestSupport::publicStrings().hasRelease(u"my-secret-plugin"_s, u"0.2.1"_s));
    }
    void normalisesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("normal");
        QTest::newRow("plain") << u"napari-svg"_s << u"napari-svg"_s;
        QTest::newRow("upper case") << u"Napari-SVG"_s << u"napari-svg"_s;
        QTest::newRow("separators") << u"napari_svg.x"_s << u"napari-svg-x"_s;
        QTest::newRow("runs") << u"napari-_.svg"_s << u"napari-svg"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void normalisesNames()
    {
        QFETCH(QString, name);
        QTEST(normalisedPluginName(name), "normal");
    }
    void everyNameFitsTheDictionary()
    {
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"plugin");
        for (const QString &name : TestSupport::publicStrings().plugins()) {
            for (const QString &version : TestSupport::publicStrings().releases(name)) {
                const auto reason = topic.schema.validate({{u"name"_s, name}, {u"version"_s, version}});
                QVERIFY2(!reason, qPrintable(name + u' ' + version + u": "_s + reason.value_or(QString())));
            }
        }
        const TopicDefinition &commands = *TestSupport::dictionary().topic(u"command");
        for (const QString &id : TestSupport::publicStrings().napariCommands())
            QVERIFY2(!commands.schema.validate({{u"command"_s, id}, {u"count_class"_s, u"1"_s}}), qPrintable(id));
    }
    void onlyPublicValuesAreAllowed_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("value");
        QTest::addColumn<bool>("allowed");
        const QJsonObject layer = TestSupport::dictionary().topic(u"layer-size")->example;
        QTest::newRow("public plugin") << u"plugin"_s
                                       << QJsonObject{{u"name"_s, u"napari-svg"_s}, {u"version"_s, u"0.2.1"_s}} << true;
        QTest::newRow("private plugin") << u"plugin"_s
                                        << QJsonObject{{u"name"_s, u"lab-x"_s}, {u"version"_s, u"0.2.1"_s}} << false;
        QTest::newRow("napari's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari.layer.duplicate"_s}} << true;
        QTest::newRow("napari's key") << u"command"_s << QJsonObject{{u"command"_s, u"napari:toggle_theme"_s}} << true;
        QTest::newRow("not a command of napari's")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari.layer.secret"_s}} << false;
        QTest::newRow("another spelling of a public plugin")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari_svg.svg_writer"_s}} << false;
        QTest::newRow("no command") << u"command"_s << QJsonObject{{u"command"_s, QString()}} << false;
        QTest::newRow("public plugin's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-svg.svg_writer"_s}} << true;
        QTest::newRow("a text behind a public plugin's name")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-svg.Prof-X-paper-7"_s}} << false;
        QTest::newRow("part of a public plugin's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-svg.svg"_s}} << false;
        QTest::newRow("two commands of a public plugin")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-crop.crop_region\nnapari-crop.cut_with_plane"_s}}
            << false;
        QTest::newRow("of a public plugin whose commands are not listed")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-3d-registration.open"_s}} << false;
        const QString version = u"napari_version"_s;
        const QString system = u"os_version"_s;
        QTest::newRow("napari's release") << u"napari"_s << QJsonObject{{version, u"0.9.2"_s}} << true;
        QTest::newRow("no release of napari") << u"napari"_s << QJsonObject{{version, u"99999.99999"_s}} << false;
        QTest::newRow("a build of napari") << u"napari"_s << QJsonObject{{version, u"dev"_s}} << true;
        QTest::newRow("system") << u"system"_s << QJsonObject{{system, u"ubuntu 24.04"_s}} << true;
        QTest::newRow("no release of a system") << u"system"_s << QJsonObject{{system, u"ubuntu 99.9"_s}} << false;
        QTest::newRow("of another system") << u"system"_s << QJsonObject{{system, u"debian 24.04"_s}} << false;
        QTest::newRow("a system without its version") << u"system"_s << QJsonObject{{system, u"ubuntu"_s}} << true;
        QTest::newRow("another system") << u"system"_s << QJsonObject{{system, u"other"_s}} << true;
        QTest::newRow("private plugin's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"lab-x.secret"_s}} << false;
        QTest::newRow("looks like napari") << u"command"_s << QJsonObject{{u"command"_s, u"naparix.secret"_s}} << false;
        QTest::newRow("nothing to check") << u"layer-size"_s << layer << true;
    }
    void onlyPublicValuesAreAllowed()
    {
        QFETCH(QString, topic);
        QFETCH(QJsonObject, value);
        QFETCH(bool, allowed);
        QCOMPARE(TestSupport::publicStrings().allows(*TestSupport::dictionary().topic(topic), value), allowed);
    }
    void unstableReleasesAreNotPublic()
    {
        const auto list = PublicStrings::load(
            R"({"plugins":{"a":["1.0rc1"],"b":["1.0","1.1.dev2","1.0"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})");
        QVERIFY(!list.value().hasPlugin(u"a"_s));
        QCOMPARE(list.value().releases(u"b"_s), QStringList{u"1.0"_s});
    }
    void whatIsNotNapariIsNoCommandOfItsAndNapariIsNoPlugin()
    {
        const auto list = PublicStrings::load(
            R"({"plugins":{"napari":["0.9.2"],"B":["1.0"],"b":["1.0",7]},)"
            R"("napari_commands":["napari.a","napari:b","naparix.c","lab-x.d",7],"versions":{"napari":["0.9.2"]}})");
        QVERIFY(list.ok());
        QCOMPARE(list.value().plugins(), QList<QString>{u"b"_s});
        QCOMPARE(list.value().napariCommands(), (QSet<QString>{u"napari.a"_s, u"napari:b"_s}));
        QVERIFY(!list.value().hasCommand(u"napari.z"_s));
        QCOMPARE(list.value().leftOut(), 6);
    }
    void commandsBelongToTheirListedPlugin()
    {
        const auto list = PublicStrings::load(
            R"({"plugins":{"b-x":["1.0"]},"plugin_commands":{"b-x":["B_x.a","b-x.b","c.a","napari.q","b-x",)"
            R"("b-x.a\nb-x.c",7],"c":["c.a"],"napari":["napari.z"]},"napari_commands":["napari.a"],)"
            R"("versions":{"napari":["0.9.2"]}})");
        QCOMPARE(list.value().commands(u"b-x"_s), (QStringList{u"B_x.a"_s, u"b-x.b"_s}));
        QVERIFY(list.value().hasCommand(u"B_x.a"_s));
        for (const QString &other :
             {u"b-x.a"_s, u"c.a"_s, u"napari.z"_s, u"napari.q"_s, u"b-x"_s, u"B_x.a\nb-x.b"_s, u""_s})
            QVERIFY2(!list.value().hasCommand(other), qPrintable(other));
        QCOMPARE(list.value().leftOut(), 7);
    }
    void refusesEmptyLists_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("no object of plugins")
            << QByteArray(R"({"plugins":[],"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})");
        QTest::newRow("no commands") << QByteArray(R"({"plugins":{"b":["1.0"]}})");
        QTest::newRow("no versions") << QByteArray(R"({"plugins":{"b":["1.0"]},"napari_commands":["napari.a"]})");
        QTest::newRow("no releases") << QByteArray(
            R"({"plugins":{"b":["rc1"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})");
        QTest::newRow("cut") << QByteArray(R"({"plugins":{"b":["1.0"]},"napari_commands":["napari.a"])");
    }
    void refusesEmptyLists()
    {
        QFETCH(QByteArray, list);
        QVERIFY(!PublicStrings::load(list).ok());
    }
};

QTEST_GUILESS_MAIN(TestPublicStrings)
#include "tst_publicstrings.moc"
