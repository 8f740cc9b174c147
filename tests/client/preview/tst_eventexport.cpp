#include "client/preview/eventexport.h"

#include "support/spooledevents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEventExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonHasTheExactBytes()
    {
        QList<SpooledEvent> events = TestSupport::threeEvents();
        events[0].receipt = events[0].bytes;
        events[0].sentOn = QDate(2026, 11, 18);
        events[0].receiptAccepted = true;
        const QByteArray json = EventExport::toJson(events, TestSupport::dictionary());
        for (const SpooledEvent &event : events)
            QVERIFY(json.contains("\"event\":" + event.bytes + '}'));
        const QJsonArray list = QJsonDocument::fromJson(json)["events"_L1].toArray();
        QCOMPARE(list.size(), 3);
        QCOMPARE(list[0]["sent_on"_L1].toString(), u"2026-11-18"_s);
        QCOMPARE(list[0]["answer"_L1].toString(), u"accepted"_s);
        QCOMPARE(list[1]["answer"_L1].toString(), QString());
        QCOMPARE(list[1]["sentence"_L1].toString(), u"napari-svg 0.2.1 is installed"_s);
        QCOMPARE(list[2]["state"_L1].toString(), u"refused"_s);
        QVERIFY(QJsonDocument::fromJson(EventExport::toJson({}, TestSupport::dictionary()))["events"_L1].isArray());
    }
    void csvIsATableThatCalculatesNothing()
    {
        QList<SpooledEvent> events = TestSupport::threeEvents();
        events[2].reason = u"=1+1, \"quoted\"\nand more"_s;
        const QByteArray csv = EventExport::toCsv(events, TestSupport::dictionary());
        QVERIFY(csv.startsWith("level,topic,period,reporter,state,"));
        QVERIFY(csv.contains("\"middle\",\"plugin\",\"2026-11\",\"" + events[1].event.reporter.toString().toUtf8()
                             + "\",\"pending\",\"\",\"\",\"\",\"napari-svg 0.2.1 is installed\",\""));
        QVERIFY(csv.contains("\"'=1+1, \"\"quoted\"\"\nand more\""));
        QByteArray bytes = events[1].bytes;
        QVERIFY(csv.contains('"' + bytes.replace('"', "\"\"") + "\"\r\n"));
        QCOMPARE(csv.count("\r\n"), 4);
    }
};

QTEST_GUILESS_MAIN(TestEventExport)
#include "tst_eventexport.moc"
