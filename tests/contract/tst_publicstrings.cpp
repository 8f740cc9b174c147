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
    void everyNameFitsTheDictionary()
    {
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"plugin");
        for (const QString &name : TestSupport::publicStrings().plugins()) {
            for (const QString &version : TestSupport::publicStrings().releases(name)) {
                const auto reason = topic.schema.validate({{u"name"_s, name}, {u"version"_s, version}});
                QVERIFY2(!reason, qPrintable(name + u' ' + version + u": "_s + reason.value_or(QString())));
            }
        }
    }
    void onlyPublicValuesAreAllowed_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("value");
        QTest::addColumn<bool>("allowed");
        const QJsonObject layer = TestSupport::dictionary().topic(u"layer-data")->example;
        QTest::newRow("public plugin") << u"plugin"_s
                                       << QJsonObject{{u"name"_s, u"napari-svg"_s}, {u"version"_s, u"0.2.1"_s}} << true;
        QTest::newRow("private plugin") << u"plugin"_s
                                        << QJsonObject{{u"name"_s, u"lab-x"_s}, {u"version"_s, u"0.2.1"_s}} << false;
        QTest::newRow("napari's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari.layer.duplicate"_s}} << true;
        QTest::newRow("public plugin's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"napari-svg.svg_reader"_s}} << true;
        QTest::newRow("private plugin's command")
            << u"command"_s << QJsonObject{{u"command"_s, u"lab-x.secret"_s}} << false;
        QTest::newRow("looks like napari") << u"command"_s << QJsonObject{{u"command"_s, u"naparix.secret"_s}} << false;
        QTest::newRow("nothing to check") << u"layer-data"_s << layer << true;
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
        const auto list = PublicStrings::load(R"({"plugins":{"a":["1.0rc1"],"b":["1.0","1.1.dev2"]}})");
        QVERIFY(!list.value().hasPlugin(u"a"_s));
        QCOMPARE(list.value().releases(u"b"_s), QSet<QString>{u"1.0"_s});
    }
    void refusesEmptyLists()
    {
        QVERIFY(!PublicStrings::load("{}"));
        QVERIFY(!PublicStrings::load(""));
        QVERIFY(!PublicStrings::load(R"({"plugins":[]})"));
    }
};

QTEST_GUILESS_MAIN(TestPublicStrings)
#include "tst_publicstrings.moc"
