#include "client/collect/recorder.h"

#include "contract/reporter.h"
#include "support/grants.h"
#include "support/memoryspool.h"
#include "support/values.h"

#include <type_traits>

using namespace Telemetry;
using namespace Qt::StringLiterals;

// Without the consent step there is no grant, and without a grant no recorder.
static_assert(!std::is_constructible_v<Grant, Level> && !std::is_default_constructible_v<Grant>);
static_assert(!std::is_constructible_v<Recorder, const DataDictionary &, const PublicStrings &, const Identity &,
                                       QByteArray, AbstractSpool &>);

namespace {

const QByteArray machine("0123456789abcdef0123456789abcdef\n1000");

Identity identity()
{
    const Week week = TestSupport::week(u"2026-W47");
    return {week, QByteArray(32, 's'), {{week, 1}}};
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT
private:
    MemorySpool m_spool;
    Recorder recorder(Level level)
    {
        return {ConsentGate::forTest(level),
                TestSupport::dictionary(),
                TestSupport::publicStrings(),
                identity(),
                machine,
                m_spool};
    }
private Q_SLOTS:
    void init() { m_spool.rows.clear(); }

    void spoolsTheEventOfTheIdentitysWeek()
    {
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"napari");
        QVERIFY(recorder(Level::Basic).record(u"napari", topic.example).ok());
        QCOMPARE(m_spool.rows.size(), 1);
        const Event &event = m_spool.rows[0].event;
        QCOMPARE(event.period.toString(), u"2026-W47"_s);
        QCOMPARE(event.value, topic.example);
        QCOMPARE(event.reporter, deriveReporter(weekKey(QByteArray(32, 's'), machine), topic, topic.example));
    }
    /// On forty nodes with one home folder a person counts once; else each computer is one.
    void withASharedHomeTheComputerMakesNoDifference_data()
    {
        QTest::addColumn<bool>("sharedHome");
        QTest::newRow("computers apart") << false;
        QTest::newRow("a shared home") << true;
    }
    void withASharedHomeTheComputerMakesNoDifference()
    {
        QFETCH(bool, sharedHome);
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"napari");
        // Also under another number of the user, as in a container that maps them.
        for (const char *details : {"node-1\n1000", "node-2\n1000", "node-2\n0"}) {
            const EventMaker maker(ConsentGate::forTest(Level::Basic, {}, {}, sharedHome), TestSupport::dictionary(),
                                   TestSupport::publicStrings(), identity(), details);
            const auto event = maker.make(topic.topic, topic.example);
            QVERIFY(event.ok());
            QCOMPARE(event.value().reporter,
                     deriveReporter(weekKey(QByteArray(32, 's'), sharedHome ? QByteArray() : QByteArray(details)),
                                    topic, topic.example));
        }
    }
    void nothingAboveTheGrantIsSpooled_data()
    {
        QTest::addColumn<int>("granted");
        QTest::addColumn<int>("spooled");
        QTest::newRow("basic") << static_cast<int>(Level::Basic) << 5;
        QTest::newRow("middle") << static_cast<int>(Level::Middle) << 6;
        QTest::newRow("full") << static_cast<int>(Level::Full) << 11;
    }
    void nothingAboveTheGrantIsSpooled()
    {
        QFETCH(int, granted);
        Recorder some = recorder(static_cast<Level>(granted));
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QCOMPARE(some.record(topic.topic, topic.example).ok(), static_cast<int>(topic.level) <= granted);
        QTEST(static_cast<int>(m_spool.rows.size()), "spooled");
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("value");
        QTest::newRow("unknown topic") << u"location"_s << QJsonObject();
        QTest::newRow("empty value") << u"plugin"_s << QJsonObject();
        QTest::newRow("a field more") << u"plugin"_s
                                      << QJsonObject{{u"name"_s, u"napari-svg"_s},
                                                     {u"version"_s, u"0.2.1"_s},
                                                     {u"path"_s, u"/home"_s}};
        QTest::newRow("private plugin") << u"plugin"_s << TestSupport::plugin(u"mylab-secret"_s, u"0.2.1"_s);
        QTest::newRow("private release") << u"plugin"_s << TestSupport::plugin(u"napari-svg"_s, u"99.99"_s);
        QTest::newRow("private command") << u"command"_s << TestSupport::command(u"mylab-secret.open"_s, u"1"_s);
        QTest::newRow("a number instead of its class")
            << u"command"_s << TestSupport::command(u"napari.layer.duplicate"_s, u"7"_s);
    }
    void refuses()
    {
        QFETCH(QString, topic);
        QFETCH(QJsonObject, value);
        QVERIFY(!recorder(Level::Full).record(topic, value).ok());
        QVERIFY(m_spool.rows.isEmpty());
    }
    void refusalsDoNotRepeatTheValue()
    {
        const auto refused =
            recorder(Level::Full).record(u"plugin", TestSupport::plugin(u"mylab-secret"_s, u"0.2.1"_s));
        QVERIFY(!refused.error().detail.contains(u"mylab"_s));
    }
    void theSpoolsErrorIsHandedOn()
    {
        m_spool.failing = true;
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"napari");
        const auto refused = recorder(Level::Basic).record(topic.topic, topic.example);
        m_spool.failing = false;
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
