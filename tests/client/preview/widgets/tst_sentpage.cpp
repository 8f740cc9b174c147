#include "client/preview/widgets/sentpage.h"

#include "client/preview/eventtreemodel.h"
#include "support/eventstores.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

class TestSentPage : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<SentPage> m_page;
    QPushButton *button(const char *name) { return m_page->findChild<QPushButton *>(QLatin1StringView(name)); }
private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<SentPage>(TestSupport::dictionary());
        m_page->setStore(TestSupport::storeOf(
            {TestSupport::spooled(u"napari"_s, State::Sent), TestSupport::spooled(u"plugin"_s, State::Sent)},
            EventStore::Kind::Sent));
        m_page->show();
    }
    void nothingIsErasedOrForgottenWithoutAConfirmation_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("yes");
        QTest::addColumn<int>("erased"); ///< keys; -1: no signal
        QTest::addColumn<int>("forgotten");
        QTest::newRow("erase chosen, no") << "eraseButton"_ba << false << -1 << 0;
        QTest::newRow("erase chosen, yes") << "eraseButton"_ba << true << 1 << 0;
        QTest::newRow("erase all, no") << "eraseAllButton"_ba << false << -1 << 0;
        QTest::newRow("erase all, yes") << "eraseAllButton"_ba << true << 0 << 0;
        QTest::newRow("forget, no") << "forgetButton"_ba << false << -1 << 0;
        QTest::newRow("forget, yes") << "forgetButton"_ba << true << -1 << 1;
    }
    void nothingIsErasedOrForgottenWithoutAConfirmation()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, yes);
        QFETCH(int, erased);
        QSignalSpy erase(m_page.get(), &SentPage::eraseConfirmed);
        QSignalSpy forget(m_page.get(), &SentPage::forgetConfirmed);
        button(name.constData())->click();
        auto *box = m_page->findChild<QMessageBox *>();
        QVERIFY(box && box->isVisible());
        QVERIFY(erase.isEmpty() && forget.isEmpty());
        QCOMPARE(box->defaultButton()->objectName(), u"keepButton"_s);
        button(yes ? "confirmButton" : "keepButton")->click();
        QCOMPARE(static_cast<int>(erase.size()), erased < 0 ? 0 : 1);
        if (erased >= 0)
            QCOMPARE(static_cast<int>(erase[0][0].value<QList<EventKey>>().size()), erased);
        QTEST(static_cast<int>(forget.size()), "forgotten");
    }
    void showsTheServersConfirmation()
    {
        button("eraseAllButton")->click();
        button("confirmButton")->click();
        Activity activity;
        activity.erase = Activity::Erase::Running;
        m_page->showActivity(activity);
        QVERIFY(!button("eraseAllButton")->isEnabled());
        activity.erase = Activity::Erase::Done;
        activity.eraseDetail = u"basic.telemetry.napari.org confirmed: 2 event(s) erased."_s;
        m_page->showActivity(activity);
        QCOMPARE(m_page->findChild<QLabel *>(u"sentStatusLabel"_s)->text(), activity.eraseDetail);
        QVERIFY(button("eraseAllButton")->isEnabled());
    }
    void aFailureIsSaidWhoeverAskedForIt()
    {
        auto *label = m_page->findChild<QLabel *>(u"sentStatusLabel"_s);
        Activity activity;
        activity.erase = Activity::Erase::Done;
        activity.eraseDetail = u"confirmed"_s;
        m_page->showActivity(activity); // who asked has been told
        QVERIFY(label->text().isEmpty());
        activity.erase = Activity::Erase::Failed;
        activity.eraseDetail = u"what was chosen before the restart can't be read"_s;
        m_page->showActivity(activity);
        QCOMPARE(label->text(), activity.eraseDetail);
        m_page->showMessage(u"3 events written"_s);
        m_page->showActivity(activity); // no news
        QCOMPARE(label->text(), u"3 events written"_s);
    }
    void withoutReceiptsThereIsNothingToDo()
    {
        m_page->setStore(TestSupport::storeOf({}, EventStore::Kind::Sent));
        for (const char *name : {"eraseButton", "eraseAllButton", "forgetButton", "sentExportButton"})
            QVERIFY2(!button(name)->isEnabled(), name);
    }
};

QTEST_MAIN(TestSentPage)
#include "tst_sentpage.moc"
