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
            << u"command"_s << QJsonObject{{u"command"_s, u"napari_svg.svg_reader"_s}} << true;
        QTest::newRow("no command") << u"command"_s << QJsonObject{{u"command"_s, QString()}} << false;
        QTest::newRow("public plugin's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-svg.svg_reader"_s}} << true;
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
            R"({"plugins":{"a":["1.0rc1"],"b":["1.0","1.1.dev2","1.0"]},"napari_commands":["napari.a"]})");
        QVERIFY(!list.value().hasPlugin(u"a"_s));
        QCOMPARE(list.value().releases(u"b"_s), QStringList{u"1.0"_s});
    }
    void whatIsNotNapariIsNoCommandOfItsAndNapariIsNoPlugin()
    {
        const auto list = PublicStrings::load(R"({"plugins":{"napari":["0.9.2"],"B":["1.0"],"b":["1.0",7]},)"
                                              R"("napari_commands":["napari.a","napari:b","naparix.c","lab-x.d",7]})");
        QVERIFY(list.ok());
        QCOMPARE(list.value().plugins(), QList<QString>{u"b"_s});
        QCOMPARE(list.value().napariCommands(), (QSet<QString>{u"napari.a"_s, u"napari:b"_s}));
        QVERIFY(!list.value().hasCommand(u"napari.z"_s));
    }
    void refusesEmptyLists_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("no object of plugins") << QByteArray(R"({"plugins":[],"napari_commands":["napari.a"]})");
        QTest::newRow("no commands") << QByteArray(R"({"plugins":{"b":["1.0"]}})");
        QTest::newRow("no releases") << QByteArray(R"({"plugins":{"b":["rc1"]},"napari_commands":["napari.a"]})");
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
