#include "client/preview/widgets/pendingpage.h"

#include "client/language/language.h"
#include "client/preview/eventtreemodel.h"
#include "client/preview/widgets/eventsview.h"
#include "support/eventstores.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

class TestPendingPage : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<PendingPage> m_page;
    QPushButton *button(const char *name) { return m_page->findChild<QPushButton *>(QLatin1StringView(name)); }
    QString text(const char *name) { return m_page->findChild<QLabel *>(QLatin1StringView(name))->text(); }
    void choose(const SpooledEvent &event)
    {
        m_page->findChild<QTreeView *>(u"tree"_s)->setCurrentIndex(
            m_page->view().model().indexOf({event.event.topic, event.event.reporter.bytes()}));
    }
private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<PendingPage>(TestSupport::dictionary());
        m_page->showStatus(TestSupport::runningStatus());
        m_page->setDeparture({}, *Week::fromString(u"2026-W47"));
        m_page->setStore(TestSupport::storeOf({TestSupport::spooled(u"napari"_s, State::Pending),
                                               TestSupport::spooled(u"plugin"_s, State::Pending),
                                               TestSupport::spooled(u"command"_s, State::Pending),
                                               TestSupport::spooled(u"layer-size"_s, State::Refused, u"too odd"_s)}));
    }
    void sendsOnlyWhatMayLeaveAndOnlyOnceAtATime()
    {
        QSignalSpy requested(m_page.get(), &PendingPage::sendRequested);
        QSignalSpy cancelled(m_page.get(), &PendingPage::cancelRequested);
        QVERIFY(text("summaryLabel").startsWith(u"2 event(s) waiting to be sent."_s));
        QVERIFY(text("summaryLabel").contains(u"1 event(s) of this week still growing"_s));
        QVERIFY(text("summaryLabel").contains(u"1 event(s) refused"_s));
        button("sendButton")->click();
        QCOMPARE(requested.size(), 1);
        m_page->showSending();
        QVERIFY(!button("sendButton")->isEnabled());
        QCOMPARE(m_page->findChild<QProgressBar *>()->maximum(), 2);
        m_page->showProgress(1);
        QCOMPARE(m_page->findChild<QProgressBar *>()->value(), 1);
        button("cancelButton")->click();
        QCOMPARE(cancelled.size(), 1);
        m_page->showReport({{{Level::Middle, UploadOutcome::Kind::RetryLater, 0, 0, u"no cable"_s}}});
        QVERIFY(text("statusLabel").contains(u"no cable"_s));
        QVERIFY(button("sendButton")->isEnabled());
        m_page->setDeparture({u"napari"_s, u"plugin"_s}, *Week::fromString(u"2026-W47"));
        QVERIFY(!button("sendButton")->isEnabled());
    }
    void deletesWhatIsChosenAndOffersUndo()
    {
        QSignalSpy removed(m_page.get(), &PendingPage::removeRequested);
        QSignalSpy undone(m_page.get(), &PendingPage::undoRequested);
        choose(TestSupport::spooled(u"plugin"_s, State::Pending));
        button("deleteButton")->click();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].value<QList<EventKey>>().size(), 1);
        QCOMPARE(removed[0][0].value<QList<EventKey>>()[0].topic, u"plugin"_s);
        QVERIFY(!button("undoButton")->isEnabled());
        m_page->showRemoved(1, true);
        button("undoButton")->click();
        QCOMPARE(undone.size(), 1);
        m_page->showRemoved(1, false);
        QVERIFY(!button("undoButton")->isEnabled());
        button("deleteAllButton")->click();
        QCOMPARE(removed[1][0].value<QList<EventKey>>().size(), 4);
    }
    void holdsAndReleasesTheTopicThatIsChosen()
    {
        QSignalSpy hold(m_page.get(), &PendingPage::holdRequested);
        choose(TestSupport::spooled(u"command"_s, State::Pending));
        QVERIFY(button("holdButton")->toolTip().contains(u"neither recorded nor sent"_s));
        button("holdButton")->click();
        QCOMPARE(hold[0], (QVariantList{u"command"_s, true}));
        m_page->setDeparture({u"command"_s}, *Week::fromString(u"2026-W47"));
        QCOMPARE(button("holdButton")->text(), u"Release topic"_s);
        button("holdButton")->click();
        QCOMPARE(hold[1], (QVariantList{u"command"_s, false}));
    }
    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<ConsentStatus>("status");
        QTest::addColumn<QString>("says");
        ConsentStatus status;
        QTest::newRow("off") << status << u"off"_s;
        QTest::newRow("on") << TestSupport::runningStatus() << u"Nothing is waiting. What napari records"_s;
        status.effective.cause = EffectiveLevel::Cause::Paused;
        QTest::newRow("paused") << status << u"paused"_s;
        status.activity.problem = u"the disk is full"_s;
        QTest::newRow("error") << status << u"the disk is full"_s;
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(ConsentStatus, status);
        QFETCH(QString, says);
        m_page->setStore(TestSupport::storeOf({}));
        m_page->showStatus(status);
        QVERIFY2(text("emptyLabel").contains(says), qPrintable(text("emptyLabel")));
        for (const char *name : {"sendButton", "deleteButton", "deleteAllButton", "holdButton", "exportButton"})
            QVERIFY2(!button(name)->isEnabled(), name);
    }
    void saysWhenItIsTriedAgain()
    {
        ConsentStatus status = TestSupport::runningStatus();
        m_page->showStatus(status);
        QVERIFY(!text("summaryLabel").contains(u"next try"_s));
        status.activity.unreachable = true;
        status.activity.nextTry = QDateTime(QDate(2099, 11, 25), QTime(3, 4, 5), Qt::UTC);
        m_page->showStatus(status);
        QVERIFY(text("summaryLabel").contains(u"could not be reached"_s));
        const QString moment = Language::locale().toString(status.activity.nextTry.toLocalTime(), QLocale::ShortFormat);
        QVERIFY2(text("summaryLabel").contains(u"The next try to send is on %1."_s.arg(moment)),
                 qPrintable(text("summaryLabel")));
    }
    void aMomentThatHasPassedIsNotShown()
    {
        ConsentStatus status = TestSupport::runningStatus();
        status.activity.nextTry = QDateTime(QDate(2020, 11, 25), QTime(3, 4, 5), Qt::UTC);
        m_page->showStatus(status);
        QVERIFY(text("summaryLabel").contains(u"tried again as soon as possible"_s));
        status.activity.nextTry = QDateTime::currentDateTimeUtc().addMSecs(500);
        m_page->showStatus(status);
        QVERIFY2(text("summaryLabel").contains(u"next try"_s), qPrintable(text("summaryLabel")));
        QTRY_VERIFY(text("summaryLabel").contains(u"tried again as soon as possible"_s)); // without a new status
    }
    void tellsOfUsesThatNobodyCountsAndDeletesThemToo()
    {
        QSignalSpy discarded(m_page.get(), &PendingPage::discardUsesRequested);
        m_page->setWaitingUses(3);
        QVERIFY(!text("summaryLabel").contains(u"not counted"_s)); // they are counted within a second
        button("deleteAllButton")->click();
        QCOMPARE(discarded.size(), 0);
        m_page->showStatus({});
        m_page->setStore(TestSupport::storeOf({}));
        QVERIFY(text("summaryLabel").contains(u"3 use(s)"_s));
        button("deleteAllButton")->click();
        QCOMPARE(discarded.size(), 1);
    }
    void saysHowManyThereWasNoRoomFor()
    {
        QVERIFY(!text("summaryLabel").contains(u"no more room"_s));
        m_page->setDropped(12);
        QVERIFY(text("summaryLabel").contains(u"12 event(s) deleted unsent"_s));
    }
    void offSendsNothing()
    {
        m_page->showStatus({});
        QVERIFY(!button("sendButton")->isEnabled());
        QVERIFY(button("deleteButton")->isEnabled());
    }
};

QTEST_MAIN(TestPendingPage)
#include "tst_pendingpage.moc"
