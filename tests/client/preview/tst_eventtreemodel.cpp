#include "client/preview/eventtreemodel.h"

#include "support/spooledevents.h"
#include "support/values.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

namespace {

std::shared_ptr<const EventStore> storeOf(const QList<SpooledEvent> &events,
                                          EventStore::Kind kind = EventStore::Kind::Unsent)
{
    auto store = std::make_shared<EventStore>(kind);
    for (const SpooledEvent &event : events)
        store->append(event, TestSupport::dictionary());
    store->sort();
    return store;
}

QList<SpooledEvent> someEvents()
{
    QList<SpooledEvent> events = TestSupport::threeEvents();
    for (const char *name : {"napari-b", "napari-a", "napari-c"})
        events.append(TestSupport::spooled(
            TestSupport::event(u"plugin", TestSupport::plugin(QLatin1StringView(name), u"1.0"_s))));
    events.append(TestSupport::spooled(TestSupport::event(u"command", TestSupport::command(u"napari.x"_s, u"1"_s))));
    return events;
}

EventKey keyOf(const SpooledEvent &event)
{
    return {event.event.topic, event.event.reporter.bytes()};
}

} // namespace

class TestEventTreeModel : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<EventTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void make(EventStore::Kind kind = EventStore::Kind::Unsent)
    {
        m_tester.reset();
        m_model = std::make_unique<EventTreeModel>(TestSupport::dictionary(), kind);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    /// The texts of a column, with two spaces for each step down.
    QStringList shown(int column = EventTreeModel::WhatColumn, const QModelIndex &parent = {}, int depth = 0) const
    {
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            lines.append(QString(depth * 2, u' ') + index.siblingAtColumn(column).data().toString());
            lines += shown(column, index, depth + 1);
        }
        return lines;
    }
private Q_SLOTS:
    void init() { make(); }
    void isATreeOfLevelsTopicsAndEvents()
    {
        QVERIFY(shown().isEmpty());
        m_model->setStore(storeOf(TestSupport::threeEvents()));
        QCOMPARE(shown(), (QStringList{u"Basic"_s, u"  napari version (1)"_s,
                                       u"    napari 0.9.2 (the first report of this month)"_s, u"Middle"_s,
                                       u"  plugins that are installed (1)"_s, u"    napari-svg 0.2.1 is installed"_s,
                                       u"Full"_s, u"  commands that are used (1)"_s,
                                       u"    napari.layer.duplicate, uses in the week: 2-9"_s}));
        QCOMPARE(m_model->shownCount(), 3);
        m_model->setStore(storeOf({}));
        QVERIFY(shown().isEmpty());
    }
    void saysWhatBecomesOfEach()
    {
        m_model->setStore(storeOf(someEvents()));
        m_model->setDeparture({u"plugin"_s}, *Week::fromString(u"2026-W47"));
        const QStringList states = shown(EventTreeModel::StateColumn);
        QVERIFY(states.contains(u"    held, not sent"_s));
        QVERIFY(states.contains(u"  held"_s)); // the topic
        QVERIFY(states.contains(u"    still growing; sent after the week"_s));
        QVERIFY(states.contains(u"    refused by the server: the week is closed"_s));
        EventCounts counts = m_model->counts();
        QCOMPARE(counts.held, 4);
        QCOMPARE(counts.growing, 1);
        QCOMPARE(counts.refused, 1);
        m_model->setDeparture({}, *Week::fromString(u"2026-W48"));
        counts = m_model->counts();
        QCOMPARE(counts.held + counts.growing, 0);
        QCOMPARE(counts.refused, 1);
        QVERIFY(shown(EventTreeModel::StateColumn).contains(u"    waiting to be sent"_s));
    }
    void receiptsSayDayAndAnswer()
    {
        make(EventStore::Kind::Sent);
        SpooledEvent answered = TestSupport::threeEvents()[0];
        answered.sentOn = QDate(2026, 11, 18);
        answered.receiptAccepted = true;
        m_model->setStore(storeOf({answered, TestSupport::threeEvents()[1]}, EventStore::Kind::Sent));
        QCOMPARE(shown(EventTreeModel::AnswerColumn).filter(u"    "_s),
                 (QStringList{u"    accepted"_s, u"    no answer; it may have arrived"_s}));
        QVERIFY(shown(EventTreeModel::StateColumn).filter(u"    "_s)[0].contains(u"18"_s));
        QCOMPARE(shown(EventTreeModel::StateColumn).filter(u"    "_s)[1], u"    day not kept"_s);
    }
    void searches()
    {
        m_model->setStore(storeOf(someEvents()));
        m_model->setSearch(u"napari-B"_s);
        QCOMPARE(shown(),
                 (QStringList{u"Middle"_s, u"  plugins that are installed (1)"_s, u"    napari-b 1.0 is installed"_s}));
        QCOMPARE(m_model->shownKeys().size(), 1);
        QCOMPARE(m_model->eventCount(), 7);
        m_model->setSearch(u"commands that"_s); // the title of the topic
        QCOMPARE(m_model->shownCount(), 2);
        m_model->setSearch(u"zebra"_s);
        QVERIFY(shown().isEmpty());
        m_model->setSearch({});
        QCOMPARE(m_model->shownCount(), 7);
    }
    void sortsWithinTheTopicsAndKeepsWhatIsChosen()
    {
        m_model->setStore(storeOf(someEvents()));
        const QModelIndex topic = m_model->index(0, 0, m_model->index(1, 0));
        const QPersistentModelIndex chosen = m_model->index(0, 0, topic);
        QCOMPARE(chosen.data().toString(), u"napari-a 1.0 is installed"_s);
        m_model->sort(EventTreeModel::WhatColumn, Qt::DescendingOrder);
        QCOMPARE(chosen.data().toString(), u"napari-a 1.0 is installed"_s);
        QCOMPARE(chosen.row(), 3);
        for (int column = 0; column < m_model->columnCount(); ++column) {
            m_model->sort(column, Qt::AscendingOrder);
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        }
        QCOMPARE(chosen.data().toString(), u"napari-a 1.0 is installed"_s);
    }
    void choosingALevelOrATopicMeansItsEventsOnce()
    {
        const QList<SpooledEvent> events = someEvents();
        m_model->setStore(storeOf(events));
        const QModelIndex middle = m_model->index(1, 0);
        const QModelIndex topic = m_model->index(0, 0, middle);
        QCOMPARE(m_model->keys({middle}).size(), 4);
        QCOMPARE(m_model->keys({m_model->index(0, 0, topic), topic, middle}).size(), 4);
        QCOMPARE(m_model->keys({middle}, 2).size(), 2);
        QCOMPARE(m_model->keys({m_model->index(0, 0, topic)}).size(), 1);
        QCOMPARE(topic.data(EventTreeModel::TopicRole).toString(), u"plugin"_s);
        for (const SpooledEvent &event : events) {
            const QModelIndex index = m_model->indexOf(keyOf(event));
            QVERIFY(index.isValid());
            QCOMPARE(m_model->keys({index}), QList<EventKey>{keyOf(event)});
        }
        QVERIFY(!m_model->indexOf({u"plugin"_s, QByteArray(16, 'q')}).isValid());
    }
    void aScreenReaderHearsTheWholeRow()
    {
        m_model->setStore(storeOf(TestSupport::threeEvents()));
        const QModelIndex event = m_model->index(0, 0, m_model->index(0, 0, m_model->index(1, 0)));
        QCOMPARE(event.data(Qt::AccessibleTextRole).toString(),
                 u"napari-svg 0.2.1 is installed. once in November 2026. waiting to be sent"_s);
    }
};

QTEST_MAIN(TestEventTreeModel)
#include "tst_eventtreemodel.moc"
