#include "client/preview/eventcounts.h"

#include "support/eventstores.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEventCounts : public QObject
{
    Q_OBJECT
private:
    /// One of each topic that waits, and a refused one.
    static std::shared_ptr<const EventStore> oneOfEach()
    {
        QList<SpooledEvent> events{TestSupport::spooled(u"plugin"_s, SpooledEvent::State::Refused, u"too old"_s)};
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            events.append(TestSupport::spooled(topic.topic, SpooledEvent::State::Pending));
        return TestSupport::storeOf(events);
    }

private Q_SLOTS:
    void countsByWhatLeavesWhen_data()
    {
        QTest::addColumn<QSet<QString>>("held");
        QTest::addColumn<QString>("now");
        QTest::addColumn<EventCounts>("counts");
        QTest::newRow("in their week") << QSet<QString>() << u"2026-W47"_s << EventCounts{10, 1, 0, 1};
        QTest::newRow("after it") << QSet<QString>() << u"2026-W48"_s << EventCounts{11, 0, 0, 1};
        QTest::newRow("held") << QSet{u"plugin"_s, u"command"_s} << u"2026-W47"_s << EventCounts{9, 0, 2, 1};
        QTest::newRow("nobody knows the week") << QSet<QString>() << QString() << EventCounts{0, 0, 0, 1};
    }
    void countsByWhatLeavesWhen()
    {
        QFETCH(QSet<QString>, held);
        QFETCH(QString, now);
        QTEST(countEvents(*oneOfEach(), TestSupport::dictionary(), held, Week::fromString(now)), "counts");
    }
};

Q_DECLARE_METATYPE(Telemetry::EventCounts)
QTEST_GUILESS_MAIN(TestEventCounts)
#include "tst_eventcounts.moc"
