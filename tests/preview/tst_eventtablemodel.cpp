#include "preview/eventtablemodel.h"

#include "support/spooledevents.h"

#include <QAbstractItemModelTester>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEventTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysEachEventInWords()
    {
        EventTableModel model(TestSupport::dictionary());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setEvents(TestSupport::threeEvents());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.pendingCount(), 1);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(1, EventTableModel::WhatColumn), u"napari-svg 0.2.1 is installed"_s);
        QCOMPARE(text(1, EventTableModel::LevelColumn), u"middle"_s);
        QCOMPARE(text(1, EventTableModel::WeekColumn), u"2026-W47"_s);
        QCOMPARE(text(0, EventTableModel::StateColumn), u"sent"_s);
        QCOMPARE(text(1, EventTableModel::StateColumn), u"waiting to be sent"_s);
        QVERIFY(text(2, EventTableModel::StateColumn).contains("the week is closed"_L1));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        model.setEvents({});
        QCOMPARE(model.rowCount(), 0);
    }
    void givesTheExactBytes()
    {
        EventTableModel model(TestSupport::dictionary());
        QList<SpooledEvent> events = TestSupport::threeEvents();
        events[1].bytes = R"({"exactly" : "this"})";
        model.setEvents(events);
        QCOMPARE(model.bytes(1), R"({"exactly" : "this"})"_ba);
        QCOMPARE(model.bytes(3), QByteArray());
        QCOMPARE(model.bytes(-1), QByteArray());
    }
    void aTopicOfAnotherVersionIsStillShown()
    {
        EventTableModel model(TestSupport::dictionary());
        SpooledEvent event = TestSupport::threeEvents().first();
        event.event.topic = u"later"_s;
        model.setEvents({event});
        QCOMPARE(model.index(0, EventTableModel::WhatColumn).data().toString(), u"later"_s);
    }
};

QTEST_GUILESS_MAIN(TestEventTableModel)
#include "tst_eventtablemodel.moc"
