#include "client/preview/eventtext.h"

#include "support/values.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEventText : public QObject
{
    Q_OBJECT
private:
    static QString stateOf(const SpooledEvent &event, EventStore::Kind kind, const QSet<QString> &held,
                           std::optional<Week> now)
    {
        EventStore store(kind);
        store.append(event, TestSupport::dictionary());
        return EventText::state(store, store.row(0), TestSupport::dictionary(), held, now);
    }
    static SpooledEvent pending(const QString &topic)
    {
        const TopicDefinition *definition = TestSupport::dictionary().topic(topic);
        const Event event = TestSupport::event(topic, definition->example);
        return {event, definition->level, eventBytes(event), SpooledEvent::State::Pending, {}};
    }

private Q_SLOTS:
    void saysWhyAnEventIsStillHere_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QSet<QString>>("held");
        QTest::addColumn<QString>("week");
        QTest::addColumn<QString>("text");
        QTest::newRow("waits") << u"napari"_s << QSet<QString>() << u"2026-W47"_s << u"waiting to be sent"_s;
        QTest::newRow("held") << u"napari"_s << QSet<QString>{u"napari"_s} << u"2026-W47"_s << u"held, not sent"_s;
        QTest::newRow("grows") << u"command"_s << QSet<QString>() << u"2026-W47"_s
                               << u"still growing; sent after the week"_s;
        QTest::newRow("has grown") << u"command"_s << QSet<QString>() << u"2026-W48"_s << u"waiting to be sent"_s;
        QTest::newRow("nobody knows the week")
            << u"command"_s << QSet<QString>() << QString() << u"waiting to be sent"_s;
    }
    void saysWhyAnEventIsStillHere()
    {
        QFETCH(QString, topic);
        QFETCH(QSet<QString>, held);
        QFETCH(QString, week);
        QTEST(stateOf(pending(topic), EventStore::Kind::Unsent, held, Week::fromString(week)), "text");
    }
    void aRefusalIsSaidWithItsReason()
    {
        SpooledEvent event = pending(u"napari"_s);
        event.state = SpooledEvent::State::Refused;
        event.reason = u"closed"_s;
        QCOMPARE(stateOf(event, EventStore::Kind::Unsent, {}, std::nullopt), u"refused by the server: closed"_s);
    }
    void aMonthIsSaidInWords()
    {
        QCOMPARE(EventText::period(u"2026-11"_s), u"once in November 2026"_s);
        QCOMPARE(EventText::period(u"2026-W47"_s), u"2026-W47"_s);
        QCOMPARE(EventText::period(u"damaged"_s), u"damaged"_s);
    }
    void theTwoAnswersDiffer() { QVERIFY(EventText::answer(true) != EventText::answer(false)); }
};

QTEST_GUILESS_MAIN(TestEventText)
#include "tst_eventtext.moc"
