#include "client/preview/eventstore.h"

#include "support/spooledevents.h"
#include "support/values.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

namespace {

EventStore storeOf(const QList<SpooledEvent> &events, EventStore::Kind kind = EventStore::Kind::Unsent)
{
    EventStore store(kind);
    for (const SpooledEvent &event : events)
        store.append(event, TestSupport::dictionary());
    store.sort();
    return store;
}

SpooledEvent pluginEvent(const QString &name, QStringView week = u"2026-W47")
{
    return TestSupport::spooled(TestSupport::event(u"plugin", TestSupport::plugin(name, u"1.0"_s), week));
}

} // namespace

class TestEventStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysEachEventInWords()
    {
        const EventStore store = storeOf(TestSupport::threeEvents());
        QCOMPARE(store.size(), 3);
        QCOMPARE(store.sentence(store.row(1)), u"napari-svg 0.2.1 is installed"_s);
        QCOMPARE(store.week(store.row(1)), u"2026-W47"_s);
        QCOMPARE(store.period(store.row(1)), u"2026-11"_s);
        QCOMPARE(store.period(store.row(0)), u"2026-W47"_s);
        QCOMPARE(store.detail(store.row(2)), u"the week is closed"_s);
        QVERIFY(store.row(2).state == State::Refused);
        const SpooledEvent plugin = TestSupport::threeEvents()[1];
        QCOMPARE(store.key(1), (EventKey{plugin.event.topic, plugin.event.reporter.bytes()}));
    }
    void goesByLevelTopicLatestPeriodAndSentence()
    {
        const EventStore store = storeOf({pluginEvent(u"b"_s), pluginEvent(u"c"_s, u"2026-W49"), pluginEvent(u"a"_s),
                                          TestSupport::threeEvents()[0]});
        QStringList said;
        for (int i = 0; i < store.size(); ++i)
            said.append(store.sentence(store.row(i)).left(1));
        QCOMPARE(said, (QStringList{u"n"_s, u"c"_s, u"a"_s, u"b"_s}));
    }
    void finds_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("found");
        QTest::newRow("in the sentence") << u"svg"_s << 1;
        QTest::newRow("in any case") << u"SVG Is"_s << 1;
        QTest::newRow("text with upper case") << u"week: 2-9"_s << 1;
        QTest::newRow("in the period") << u"W47"_s << 1;
        QTest::newRow("in the reason") << u"closed"_s << 1;
        QTest::newRow("in the words of the topic") << u"words-of-plugin"_s << 1;
        QTest::newRow("every word has to be there") << u"svg closed"_s << 0;
        QTest::newRow("no word") << u"  "_s << 3;
        QTest::newRow("nowhere") << u"zebra"_s << 0;
    }
    void finds()
    {
        QFETCH(QString, search);
        const auto found = storeOf(TestSupport::threeEvents()).matching(search, [](const QString &topic) {
            return u"words-of-"_s + topic;
        });
        QTEST(static_cast<int>(found.size()), "found");
    }
    void aTopicOfAnotherVersionIsStillShown()
    {
        SpooledEvent event = TestSupport::threeEvents().first();
        event.event.topic = u"later"_s;
        const EventStore store = storeOf({event});
        QCOMPARE(store.sentence(store.row(0)), u"later"_s);
    }
};

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
