#include "contract/datadictionary.h"

#include "support/dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDataDictionary : public QObject
{
    Q_OBJECT

    static QJsonArray table(const QString &dimension, int sigma, int threshold)
    {
        return {QJsonObject{{u"table"_s, u"t"_s},
                            {u"period"_s, u"month"_s},
                            {u"dimensions"_s, QJsonArray{dimension}},
                            {u"sigma"_s, sigma},
                            {u"threshold"_s, threshold}}};
    }
    /// The shipped dictionary with another value in its topic `plugin`.
    static Result<DataDictionary> withPlugin(const QString &key, const QJsonValue &value)
    {
        QJsonObject root = QJsonDocument::fromJson(TestSupport::dictionary().source()).object();
        QJsonArray topics = root["topics"_L1].toArray();
        QJsonObject plugin = topics[5].toObject();
        plugin[key] = value;
        topics[5] = plugin;
        root["topics"_L1] = topics;
        return DataDictionary::load(QJsonDocument(root).toJson());
    }

private Q_SLOTS:
    void shipsItsTopicsInRisingOrder()
    {
        const DataDictionary &dictionary = TestSupport::dictionary();
        QStringList names;
        Level last = Level::None;
        for (const TopicDefinition &topic : dictionary.topics()) {
            names.append(topic.topic);
            QVERIFY(topic.level >= last);
            last = topic.level;
            for (const FieldDefinition &field : topic.fields)
                QVERIFY2(!field.title.isEmpty() && !field.description.isEmpty(), qPrintable(field.field));
        }
        QCOMPARE(names, (QStringList{u"user"_s, u"napari"_s, u"python"_s, u"system"_s, u"architecture"_s, u"plugin"_s,
                                     u"command"_s, u"layer-size"_s, u"layer-array"_s, u"layer-dtype"_s,
                                     u"layer-dimensions"_s}));
        QCOMPARE(dictionary.topicsOfLevel(Level::Basic).size(), 5);
        QCOMPARE(dictionary.topicsOfLevel(Level::Full).size(), 5);
        QCOMPARE(dictionary.topicsOfLevel(Level::None).size(), 0);
    }
    void keepsTheCapsThatWerePromised()
    {
        QHash<QString, int> caps;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            caps[topic.topic] = topic.cap;
        QCOMPARE(caps, (QHash<QString, int>{{u"user"_s, 1},
                                            {u"napari"_s, 1},
                                            {u"python"_s, 1},
                                            {u"system"_s, 1},
                                            {u"architecture"_s, 1},
                                            {u"plugin"_s, 20},
                                            {u"command"_s, 16},
                                            {u"layer-size"_s, 8},
                                            {u"layer-array"_s, 8},
                                            {u"layer-dtype"_s, 8},
                                            {u"layer-dimensions"_s, 8}}));
    }
    void noTextIsFreeText()
    {
        // A path, an address or a sentence fits no text field of any topic.
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            for (const FieldDefinition &field : topic.fields) {
                if (!topic.example[field.field].isString())
                    continue;
                for (const char16_t *text :
                     {u"/home/ada/x", u"C:\\x", u"ada@example.org", u"two words here", u"192.168.1.7/x"}) {
                    QJsonObject value = topic.example;
                    value[field.field] = QString::fromUtf16(text);
                    QVERIFY2(topic.schema.validate(value).has_value(), qPrintable(topic.topic + field.field));
                }
            }
        }
    }
    void sentencesNameEveryValue()
    {
        const TopicDefinition &plugin = *TestSupport::dictionary().topic(u"plugin");
        QCOMPARE(plugin.sentenceFor(plugin.example), u"napari-svg 0.2.1 is installed"_s);
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(!topic.sentenceFor(topic.example).contains(u'{'));
    }
    void knowsWhatWasAddedSince()
    {
        QJsonObject json = QJsonDocument::fromJson(TestSupport::dictionary().source()).object();
        QVERIFY(!TestSupport::dictionary().adds(1, Level::Full)); // the shipped one, to who answered to it
        json[u"version"_s] = 3;
        QJsonArray topics = json[u"topics"_s].toArray();
        QJsonObject system = topics[3].toObject();
        system[u"fields_since"_s] = QJsonObject{{u"os_version"_s, 2}};
        topics[3] = system;
        QJsonObject layers = topics[7].toObject();
        layers[u"since"_s] = 3;
        topics[7] = layers;
        json[u"topics"_s] = topics;
        const DataDictionary newer = DataDictionary::load(QJsonDocument(json).toJson()).value();

        QVERIFY(newer.adds(1, Level::Basic));
        QVERIFY(newer.adds(1, Level::Middle)); // a level includes those below it
        QVERIFY(!newer.adds(2, Level::Middle));
        QVERIFY(newer.adds(2, Level::Full));
        QVERIFY(!newer.adds(3, Level::Full));
        QVERIFY(!newer.adds(1, Level::None));
        QCOMPARE(newer.additions(1, Level::Basic).size(), 1);
        QCOMPARE(newer.additions(1, Level::Basic).first().fields.size(), 1);
        QCOMPARE(newer.additions(1, Level::Basic).first().fields.first()->field, u"os_version"_s);
        QVERIFY(newer.additions(1, Level::Middle).isEmpty());
        QCOMPARE(newer.additions(1, Level::Full).size(), 1);
        QCOMPARE(newer.additions(1, Level::Full).first().topic->topic, u"layer-size"_s);
        QCOMPARE(newer.additions(1, Level::Full).first().fields.size(), newer.topic(u"layer-size")->fields.size());

        system[u"fields_since"_s] = QJsonObject{{u"os_version"_s, 4}};
        topics[3] = system;
        json[u"topics"_s] = topics;
        QVERIFY(!DataDictionary::load(QJsonDocument(json).toJson())); // dated by a version to come
    }
    void refusesBrokenDictionaries_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("level none") << u"level"_s << QJsonValue(u"none"_s);
        QTest::newRow("unknown level") << u"level"_s << QJsonValue(u"all"_s);
        QTest::newRow("no reason given") << u"why"_s << QJsonValue(u""_s);
        QTest::newRow("no cap") << u"cap"_s << QJsonValue(0);
        QTest::newRow("unknown merge order")
            << u"merge"_s << QJsonValue(QJsonObject{{u"greater"_s, u"version"_s}, {u"order"_s, u"size"_s}});
        QTest::newRow("merge by an unknown field")
            << u"merge"_s << QJsonValue(QJsonObject{{u"greater"_s, u"x"_s}, {u"order"_s, u"version"_s}});
        QTest::newRow("a merge order without its field")
            << u"merge"_s << QJsonValue(QJsonObject{{u"order"_s, u"version"_s}});
        QTest::newRow("a greater field that nothing compares")
            << u"merge"_s << QJsonValue(QJsonObject{{u"greater"_s, u"version"_s}, {u"order"_s, u"bytes"_s}});
        QTest::newRow("it counts uses and is none")
            << u"merge"_s << QJsonValue(QJsonObject{{u"greater"_s, u"version"_s}, {u"order"_s, u"class"_s}});
        QTest::newRow("unknown public rule") << u"public"_s << QJsonValue(QJsonObject{{u"rule"_s, u"file"_s}});
        QTest::newRow("distinct by an unknown field") << u"distinct"_s << QJsonValue(QJsonArray{u"x"_s});
        QTest::newRow("example off the schema") << u"example"_s << QJsonValue(QJsonObject{{u"name"_s, u"x"_s}});
        QTest::newRow("table by an unknown field") << u"aggregate"_s << QJsonValue(table(u"x"_s, 3, 20));
        QTest::newRow("a person twice in a cell") << u"aggregate"_s << QJsonValue(table(u"version"_s, 3, 20));
        QTest::newRow("a period that is none") << u"first_in"_s << QJsonValue(u"day"_s);
        QTest::newRow("a first one of many events") << u"first_in"_s << QJsonValue(u"month"_s);
        for (const auto &[name, period] : {std::pair("weeks of events that have none", u"week"_s),
                                           std::pair("a year of events that don't say which is the first", u"year"_s),
                                           std::pair("no period", u"day"_s)}) {
            QJsonObject other = table(u"name"_s, 3, 20)[0].toObject();
            other[u"period"_s] = period;
            QTest::newRow(name) << u"aggregate"_s << QJsonValue(QJsonArray{other});
        }
        QTest::newRow("recorded neither by week nor by month") << u"period"_s << QJsonValue(u"day"_s);
        QTest::newRow("no noise") << u"aggregate"_s << QJsonValue(table(u"name"_s, 0, 20));
        QTest::newRow("more noise than can be drawn") << u"aggregate"_s << QJsonValue(table(u"name"_s, 1001, 20));
        QTest::newRow("too low a threshold") << u"aggregate"_s << QJsonValue(table(u"name"_s, 3, 14));
    }
    void takesATable()
    {
        QVERIFY(withPlugin(u"aggregate"_s, table(u"name"_s, 3, 15)).ok());
        QVERIFY(!TestSupport::dictionary().topic(u"user")->isMonthly);
        QVERIFY(TestSupport::dictionary().topic(u"plugin")->isMonthly);
    }
    void roundingIsNeverAboveAThreshold()
    {
        QJsonObject root = QJsonDocument::fromJson(TestSupport::dictionary().source()).object();
        QCOMPARE(TestSupport::dictionary().rounding(), 5);
        for (const int rounding : {0, -5, 16}) {
            root[u"rounding"_s] = rounding;
            QVERIFY(!DataDictionary::load(QJsonDocument(root).toJson()));
        }
    }
    void refusesBrokenDictionaries()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QVERIFY(!withPlugin(path, value).ok());
    }
    void refusesNothingAndDoubles()
    {
        QVERIFY(!DataDictionary::load("{}"));
        QVERIFY(!DataDictionary::load(R"({"version":1,"topics":[]})"));
        QJsonObject root = QJsonDocument::fromJson(TestSupport::dictionary().source()).object();
        QJsonArray topics = root["topics"_L1].toArray();
        topics.append(topics[0]);
        root["topics"_L1] = topics;
        QVERIFY(!DataDictionary::load(QJsonDocument(root).toJson()));
    }
};

QTEST_GUILESS_MAIN(TestDataDictionary)
#include "tst_datadictionary.moc"
