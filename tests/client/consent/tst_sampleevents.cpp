#include "client/consent/sampleevents.h"

#include "contract/canonicaljson.h"
#include "contract/event.h"
#include "support/samples.h"

#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<QList<InstalledPlugin>>)

namespace {

using Installed = std::optional<QList<InstalledPlugin>>;

const InstalledPlugin counter{u"napari-3d-counter"_s, u"0.6.1"_s};

QList<Sample> ofTopic(const SampleEvents &events, QStringView topic)
{
    QList<Sample> found;
    for (const Sample &sample : events.samples()) {
        if (sample.topic->topic == topic)
            found.append(sample);
    }
    return found;
}

QString everyTextOf(const SampleEvents &events)
{
    QStringList texts{SampleEvents::leftOutSentence(events.leftOut())};
    for (const Sample &sample : events.samples())
        texts << sample.sentence << sample.json << QString::fromUtf8(canonicalJson(sample.value));
    return texts.join(u'\n');
}

} // namespace

class TestSampleEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBytesAreThoseThatAreSent_data()
    {
        QTest::addColumn<Installed>("installed");
        QTest::newRow("plugins not known") << Installed();
        QTest::newRow("no plugins") << Installed(QList<InstalledPlugin>());
        QTest::newRow("plugins") << Installed({counter, {u"napari-3d-registration"_s, u"0.2.1"_s}});
    }
    void theBytesAreThoseThatAreSent()
    {
        QFETCH(Installed, installed);
        const SampleEvents events = TestSupport::samplesFor(installed);
        QVERIFY(!events.samples().isEmpty());
        for (const Sample &sample : events.samples()) {
            QVERIFY(!sample.topic->schema.validate(sample.value));
            QVERIFY(TestSupport::publicStrings().allows(*sample.topic, sample.value));
            const Reporter reporter = deriveReporter(QByteArray(32, 'k'), *sample.topic, sample.value);
            QCOMPARE(sample.json.count(u"\"made after you agree\""_s), 1);
            QString sent = sample.json;
            sent.replace(u"made after you agree"_s, reporter.toString());
            QCOMPARE(sent.toUtf8(), eventBytes({sample.topic->topic, sample.topic->periodOf(TestSupport::sampleWeek()),
                                                reporter, sample.value, sample.topic->firstIn}));
        }
    }
    void aSampleCanNotBeTakenForAnEvent()
    {
        for (const Sample &sample : TestSupport::someSamples().samples())
            QVERIFY(!eventFromBytes(sample.json.toUtf8()));
    }
    void whatIsPrivateIsOnlyCounted_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::newRow("private name") << u"mylab-secret"_s << u"7.7.7"_s;
        QTest::newRow("private version of a public name") << u"napari-3d-counter"_s << u"7.7.7"_s;
        QTest::newRow("development build") << u"napari-3d-counter"_s << u"7.7.7.dev1"_s;
        QTest::newRow("local build") << u"napari-3d-counter"_s << u"7.7.7+mylab-secret"_s;
        QTest::newRow("a path") << u"/home/mylab-secret"_s << u"7.7.7"_s;
        QTest::newRow("nothing") << QString() << u"7.7.7"_s;
    }
    void whatIsPrivateIsOnlyCounted()
    {
        QFETCH(QString, name);
        QFETCH(QString, version);
        const SampleEvents events = TestSupport::samplesFor(QList<InstalledPlugin>{{name, version}});
        QVERIFY(ofTopic(events, u"plugin").isEmpty());
        QCOMPARE(events.leftOut(), 1);
        QVERIFY(!everyTextOf(events).contains("mylab-secret"_L1));
        QVERIFY(!everyTextOf(events).contains("7.7.7"_L1));
    }
    void leftOutCountsPluginsAndNotManifests()
    {
        const QList<InstalledPlugin> installed{counter,
                                               {u"napari_3d_counter"_s, u"9.9"_s}, // the other spelling is public
                                               {u"mylab-secret"_s, u"1"_s},
                                               {u"Mylab_Secret"_s, u"2"_s},
                                               {u"mylab-other"_s, u"1"_s}};
        const SampleEvents events = TestSupport::samplesFor(installed);
        QCOMPARE(ofTopic(events, u"plugin").size(), 1);
        QCOMPARE(events.leftOut(), 2);
        QVERIFY(SampleEvents::leftOutSentence(2).startsWith(u"2 "));
        QCOMPARE(SampleEvents::leftOutSentence(0), QString());
    }
    void publicPluginsAboveTheCapAreNotCalledPrivate()
    {
        QList<InstalledPlugin> installed;
        for (const QString &name : TestSupport::publicStrings().plugins())
            installed.append({name, *TestSupport::publicStrings().releases(name).begin()});
        const SampleEvents events = TestSupport::samplesFor(installed);
        QCOMPARE(ofTopic(events, u"plugin").size(), installed.size()); // which of them are kept is drawn later
        QCOMPARE(events.leftOut(), 0);
    }
    void realValuesAreThisComputers()
    {
        const SampleEvents events = TestSupport::someSamples();
        for (const TopicDefinition *topic : TestSupport::dictionary().topicsOfLevel(Level::Basic)) {
            const QList<Sample> samples = ofTopic(events, topic->topic);
            QCOMPARE(samples.size(), 1);
            QCOMPARE(samples[0].kind, Sample::Kind::Real);
            QCOMPARE(samples[0].value, *hostValue(TestSupport::hostFacts(), TestSupport::publicStrings(), *topic));
            QVERIFY(samples[0].sentence.startsWith(topic->sentenceFor(samples[0].value)));
        }
        QCOMPARE(ofTopic(events, u"user")[0].sentence, u"napari is used (the first report ever)"_s);
        const QList<Sample> plugins = ofTopic(events, u"plugin");
        QCOMPARE(plugins.size(), 2);
        QCOMPARE(plugins[0].value["name"_L1].toString(), u"napari-3d-counter"_s);
        QCOMPARE(plugins[1].value["name"_L1].toString(), u"napari-3d-registration"_s);
        for (const Sample &plugin : plugins)
            QCOMPARE(plugin.kind, Sample::Kind::Real);
    }
    void whatIsNotKnownYetIsMarkedAsAnExample_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<Installed>("installed");
        QTest::newRow("command") << u"command"_s << Installed({counter});
        QTest::newRow("layer-size") << u"layer-size"_s << Installed({counter});
        QTest::newRow("plugin") << u"plugin"_s << Installed();
    }
    void whatIsNotKnownYetIsMarkedAsAnExample()
    {
        QFETCH(QString, topic);
        QFETCH(Installed, installed);
        const SampleEvents events = TestSupport::samplesFor(installed);
        const QList<Sample> samples = ofTopic(events, topic);
        QCOMPARE(samples.size(), 1);
        QCOMPARE(samples[0].kind, Sample::Kind::Example);
        QCOMPARE(samples[0].value, TestSupport::dictionary().topic(topic)->example);
        QCOMPARE(events.leftOut(), 0);
    }
    void everyTopicIsInItsOrder()
    {
        QStringList topics;
        QStringList defined;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            defined.append(topic.topic);
        Level highest = Level::None;
        for (const Sample &sample : TestSupport::samplesFor(std::nullopt).samples()) {
            topics.append(sample.topic->topic);
            QVERIFY(sample.level() >= highest);
            highest = sample.level();
        }
        QCOMPARE(topics, defined);
    }
};

QTEST_GUILESS_MAIN(TestSampleEvents)
#include "tst_sampleevents.moc"
