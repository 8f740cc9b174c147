#include "client/preview/identifierstext.h"

#include "support/spooledevents.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestIdentifiersText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLineForEachEventWhateverItsState()
    {
        const QList<SpooledEvent> events = TestSupport::threeEvents();
        const QStringList lines = IdentifiersText::of(TestSupport::dictionary(), events, {}).split(u'\n');
        QCOMPARE(lines.size(), 3);
        for (int i = 0; i < 3; ++i) {
            const QString start = u"%1 %2 %3  "_s.arg(i == 0 ? u"2026-W47"_s : u"2026-11"_s, events[i].event.topic,
                                                      events[i].event.reporter.toString());
            QVERIFY2(lines[i].startsWith(start), qPrintable(lines[i]));
        }
        QCOMPARE(lines[1].section(u"  "_s, 1), u"napari-svg 0.2.1 is installed"_s);
    }
    void whatWasErasedStillHasItsMark()
    {
        const Event event = TestSupport::threeEvents()[0].event;
        const QString text = IdentifiersText::of(TestSupport::dictionary(), {},
                                                 {{event.topic, event.period, event.reporter, Level::Basic}});
        QVERIFY(text.startsWith(u"2026-W47 napari "_s + event.reporter.toString() + u"  erased"_s));
    }
    void aTopicOfAnotherVersionIsStillListed()
    {
        SpooledEvent event = TestSupport::threeEvents().first();
        event.event.topic = u"later"_s;
        QVERIFY(IdentifiersText::of(TestSupport::dictionary(), {event}, {}).startsWith(u"2026-W47 later "_s));
    }
    void noneIsSaid() { QVERIFY(IdentifiersText::of(TestSupport::dictionary(), {}, {}).contains(u"no identifiers"_s)); }
};

QTEST_GUILESS_MAIN(TestIdentifiersText)
#include "tst_identifierstext.moc"
