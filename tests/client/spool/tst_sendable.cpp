#include "client/spool/sendable.h"

#include "support/dictionary.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSendable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void departs_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("week");
        QTest::addColumn<Departure>("departure");
        QTest::newRow("a fact of the running week") << u"plugin"_s << u"2026-W47"_s << Departure::Now;
        QTest::newRow("a counter of the running week") << u"command"_s << u"2026-W47"_s << Departure::StillGrowing;
        QTest::newRow("a use that is not counted") << u"layer-size"_s << u"2026-W47"_s << Departure::Now;
        QTest::newRow("a counter of last week") << u"command"_s << u"2026-W46"_s << Departure::Now;
        QTest::newRow("a counter of a week ahead") << u"command"_s << u"2026-W48"_s << Departure::StillGrowing;
        QTest::newRow("held") << u"napari"_s << u"2026-W46"_s << Departure::Held;
        QTest::newRow("unknown") << u"later"_s << u"2026-W46"_s << Departure::Never;
    }
    void departs()
    {
        QFETCH(QString, topic);
        QFETCH(QString, week);
        QTEST(departureOf(topic, *Week::fromString(week), TestSupport::dictionary(), {u"napari"_s},
                          *Week::fromString(u"2026-W47")),
              "departure");
    }
};

Q_DECLARE_METATYPE(Telemetry::Departure)
QTEST_GUILESS_MAIN(TestSendable)
#include "tst_sendable.moc"
