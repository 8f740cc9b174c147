#include "client/preview/widgets/previewwindow.h"

#include "client/preview/widgets/eventsview.h"
#include "client/preview/widgets/pendingpage.h"
#include "client/preview/widgets/sentpage.h"
#include "support/accessible.h"
#include "support/eventstores.h"
#include "support/inlanguage.h"
#include "support/shownwidgets.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPreviewWindow : public QObject
{
    Q_OBJECT
private:
    static void fill(PreviewWindow &window)
    {
        window.showStatus(TestSupport::runningStatus());
        window.pending().setDeparture({}, *Week::fromString(u"2026-W48"));
        window.pending().setStore(TestSupport::storeOf(TestSupport::threeEvents()));
        window.sent().setStore(TestSupport::storeOf(TestSupport::threeEvents(), EventStore::Kind::Sent));
    }
private Q_SLOTS:
    void namesWhereItWillGoAndWhy()
    {
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        for (const Level level : sendingLevels())
            QVERIFY(window.findChild<QLabel *>(u"introLabel"_s)
                        ->text()
                        .contains(levelName(level) + u".telemetry.napari.org"_s));
        ConsentStatus status = TestSupport::runningStatus();
        status.effective.reason = u"you chose so"_s;
        window.showStatus(status);
        QVERIFY(window.findChild<QLabel *>(u"stateLabel"_s)->text().contains(u"you chose so"_s));
        QVERIFY(!window.isModal());
    }
    void everyControlHasANameAndIsReachedInReadingOrder()
    {
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        fill(window);
        window.show();
        auto *pages = window.findChild<QTabWidget *>(u"pages"_s);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            QCoreApplication::processEvents(); // the layout is done
            QCOMPARE(TestSupport::withoutAName(window).join(u' '), QString());
            QStringList order = TestSupport::focusOrder(window);
            QVERIFY(order.contains(u"closeButton"_s));
            order.removeAll(QString());
            QVERIFY2(TestSupport::isReadingOrder(window, order), qPrintable(order.join(u' ')));
        }
    }
    void nothingIsCutOffInLongLanguages_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "pl", "xx", "ar"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void nothingIsCutOffInLongLanguages()
    {
        QFETCH(QString, language);
        TestSupport::InLanguage shown(language);
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        fill(window);
        window.show();
        auto *pages = window.findChild<QTabWidget *>(u"pages"_s);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            QCoreApplication::processEvents(); // the layout is done
            QCOMPARE(TestSupport::cutTexts(window), QStringList());
        }
    }
    void undoAndSearchHaveTheirKeys()
    {
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        fill(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy undone(&window.pending(), &PendingPage::undoRequested);
        QSignalSpy refreshed(&window, &PreviewWindow::refreshWanted);
        window.pending().showRemoved(1, true);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 1);
        QTest::keyClick(&window, Qt::Key_F5);
        QCOMPARE(refreshed.size(), 1);
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(window.focusWidget()->objectName(), u"searchEdit"_s);
    }
};

QTEST_MAIN(TestPreviewWindow)
#include "tst_previewwindow.moc"
