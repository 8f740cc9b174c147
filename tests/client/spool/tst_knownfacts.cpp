#include "client/spool/knownfacts.h"

#include "support/values.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestKnownFacts : public QObject
{
    Q_OBJECT

    static const TopicDefinition &topic(const Event &event) { return *TestSupport::dictionary().topic(event.topic); }
    static Event plugin(const QString &name, const QString &version, QStringView week)
    {
        return TestSupport::event(u"plugin", TestSupport::plugin(name, version), week);
    }
    static QByteArray fact(const Event &event, const QByteArray &key = "key")
    {
        return factOf(topic(event), event, key);
    }
    static void add(KnownFacts &known, const Event &event)
    {
        known[fact(event).isEmpty() ? event.reporter.bytes() : fact(event)].insert(event.reporter.bytes());
    }
    static Place place(const KnownFacts &known, const Event &event)
    {
        return placeIn(known, topic(event), event, fact(event));
    }

private Q_SLOTS:
    void aFactIsTheSameAllMonth()
    {
        const Event event = plugin(u"napari-svg"_s, u"0.2.1"_s, u"2026-W45");
        QCOMPARE(fact(event).size(), 16);
        QCOMPARE(fact(plugin(u"napari-svg"_s, u"0.3.0"_s, u"2026-W48")), fact(event));
        QVERIFY(fact(plugin(u"napari-svg2"_s, u"0.2.1"_s, u"2026-W45")) != fact(event));
        QVERIFY(fact(event, "other key") != fact(event)); // another computer, or nobody who could compare
    }
    void anEventOfAWeekHasNone()
    {
        const Event event = TestSupport::event(u"user", {});
        QVERIFY(fact(event).isEmpty() && !fact(event).isNull());
    }
    void isRecordedOnceAMonth_data()
    {
        QTest::addColumn<QString>("week");
        QTest::addColumn<Place>("place");
        QTest::newRow("the same event in another environment") << u"2026-W46"_s << Place::Free;
        QTest::newRow("a later week") << u"2026-W48"_s << Place::Recorded;
        QTest::newRow("an earlier week, by a clock that was put back") << u"2026-W45"_s << Place::Recorded;
    }
    void isRecordedOnceAMonth()
    {
        QFETCH(QString, week);
        for (const QString &name : {u"plugin"_s, u"python"_s}) {
            const QJsonObject value = TestSupport::dictionary().topic(name)->example;
            KnownFacts known;
            add(known, TestSupport::event(name, value, u"2026-W46"));
            QTEST(place(known, TestSupport::event(name, value, week)), "place");
        }
    }
    void noMoreThanTheCap()
    {
        const int cap = TestSupport::dictionary().topic(u"plugin")->cap;
        KnownFacts known;
        for (int i = 0; i < cap - 1; ++i)
            add(known, plugin(u"napari-%1"_s.arg(i), u"1.0"_s, i % 2 ? u"2026-W45" : u"2026-W46"));
        const Event last = plugin(u"napari-last"_s, u"1.0"_s, u"2026-W47");
        QCOMPARE(place(known, last), Place::Free);
        add(known, last);
        QCOMPARE(place(known, plugin(u"napari-more"_s, u"1.0"_s, u"2026-W47")), Place::Full);
        QCOMPARE(place(known, last), Place::Free); // it is there
        QCOMPARE(place(known, plugin(u"napari-last"_s, u"1.0"_s, u"2026-W48")), Place::Recorded);
    }
    void oneEventOfEachComputer()
    {
        const Event mine = TestSupport::event(u"user", {}, u"2026-W47", 'm');
        KnownFacts known;
        add(known, mine);
        QCOMPARE(place(known, TestSupport::event(u"user", {}, u"2026-W47", 'o')), Place::Free);
    }
};

QTEST_GUILESS_MAIN(TestKnownFacts)
#include "tst_knownfacts.moc"
