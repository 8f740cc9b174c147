#include "client/preview/widgets/eventsview.h"

#include "client/preview/eventtreemodel.h"
#include "support/eventstores.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEventsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForWhatIsChosenAndShowsOnlyTheLatestAnswer()
    {
        EventsView view(TestSupport::dictionary(), EventStore::Kind::Unsent);
        QSignalSpy wanted(&view, &EventsView::detailsWanted);
        view.setStore(TestSupport::storeOf(TestSupport::threeEvents()));
        QVERIFY(wanted.wait()); // the first event is chosen by itself
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1], QVariant(false)); // nobody looks at the request
        QCOMPARE(view.chosen().size(), 1);
        QCOMPARE(view.chosenTopic(), u"napari"_s);
        const auto ticket = wanted.last()[2].value<quint64>();
        auto *bytes = view.findChild<QPlainTextEdit *>(u"bytesEdit"_s);
        auto *request = view.findChild<QPlainTextEdit *>(u"requestEdit"_s);
        view.showDetails({ticket - 1, u"{\"old\"}"_s, {}, {}});
        QVERIFY(bytes->toPlainText().isEmpty());
        view.showDetails({ticket, u"{\"new\"}"_s, u"POST"_s, {}});
        QCOMPARE(bytes->toPlainText(), u"{\"new\"}"_s);
        QCOMPARE(request->toPlainText(), u"POST"_s);
        view.findChild<QTabWidget *>(u"details"_s)->setCurrentIndex(1);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.last()[1], QVariant(true));
    }
    void keepsWhatIsChosenWhenTheEventsAreReadAgain()
    {
        EventsView view(TestSupport::dictionary(), EventStore::Kind::Unsent);
        const QList<SpooledEvent> events = TestSupport::threeEvents();
        view.setStore(TestSupport::storeOf(events));
        auto *tree = view.findChild<QTreeView *>(u"tree"_s);
        const EventKey plugin{events[1].event.topic, events[1].event.reporter.bytes()};
        tree->setCurrentIndex(view.model().indexOf(plugin));
        QCOMPARE(view.chosen(), QList<EventKey>{plugin});
        view.setStore(TestSupport::storeOf({events[1], events[2]}));
        QCOMPARE(view.chosen(), QList<EventKey>{plugin});
        view.setStore(TestSupport::storeOf({events[2]}));
        QCOMPARE(view.chosenTopic(), u"command"_s);
    }
    void searchesAndSaysWhenThereIsNothing()
    {
        EventsView view(TestSupport::dictionary(), EventStore::Kind::Unsent);
        view.setEmptyText(u"Nothing here"_s);
        auto *stack = view.findChild<QStackedWidget *>(u"stack"_s);
        QCOMPARE(stack->currentWidget()->objectName(), u"emptyLabel"_s);
        view.setStore(TestSupport::storeOf(TestSupport::threeEvents()));
        QCOMPARE(stack->currentWidget()->objectName(), u"tree"_s);
        view.findChild<QLineEdit *>(u"searchEdit"_s)->setText(u"svg"_s);
        QCOMPARE(view.model().shownCount(), 1);
        QCOMPARE(view.chosenTopic(), u"plugin"_s);
        view.findChild<QLineEdit *>(u"searchEdit"_s)->setText(u"zebra"_s);
        QVERIFY(view.chosen().isEmpty());
    }
    void theDeleteKeyIsForItsTreeOnly()
    {
        EventsView view(TestSupport::dictionary(), EventStore::Kind::Unsent);
        view.setStore(TestSupport::storeOf(TestSupport::threeEvents()));
        QSignalSpy pressed(&view, &EventsView::deleteKeyPressed);
        QTest::keyClick(view.findChild<QLineEdit *>(u"searchEdit"_s), Qt::Key_Delete);
        QVERIFY(pressed.isEmpty());
        QTest::keyClick(view.findChild<QTreeView *>(u"tree"_s), Qt::Key_Delete);
        QCOMPARE(pressed.size(), 1);
    }
};

QTEST_MAIN(TestEventsView)
#include "tst_eventsview.moc"
