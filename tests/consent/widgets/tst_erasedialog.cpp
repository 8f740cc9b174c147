#include "consent/widgets/erasedialog.h"

#include "support/accessible.h"

#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEraseDialog : public QObject
{
    Q_OBJECT
private:
    QWidget m_window;

private Q_SLOTS:
    void offersAsksAndTellsTheEnd_data()
    {
        QTest::addColumn<Activity::Erase>("end");
        QTest::newRow("done") << Activity::Erase::Done;
        QTest::newRow("failed") << Activity::Erase::Failed;
    }
    void offersAsksAndTellsTheEnd()
    {
        QFETCH(Activity::Erase, end);
        m_window.show();
        QPointer<EraseDialog> dialog = new EraseDialog(&m_window);
        QSignalSpy requested(dialog, &EraseDialog::eraseRequested);
        auto *message = dialog->findChild<QLabel *>(u"messageLabel"_s);
        auto *erase = dialog->findChild<QPushButton *>(u"eraseButton"_s);
        auto *progress = dialog->findChild<QProgressBar *>(u"progressBar"_s);

        // What an earlier erasing ended with is not this one's end.
        Activity activity{0, 5, false, {}, Activity::Erase::Done, u"an older one"_s};
        dialog->show(activity);
        QVERIFY(message->text().contains(u'5') && !message->text().contains("an older one"_L1));
        QVERIFY(!progress->isVisible() && erase->isEnabled());
        QVERIFY(!erase->isDefault());
        QCOMPARE(requested.size(), 0);
        QCOMPARE(TestSupport::withoutAName(*dialog), QStringList());

        erase->click();
        QCOMPARE(requested.size(), 1);
        activity.erase = Activity::Erase::Running;
        dialog->show(activity);
        QVERIFY(progress->isVisible() && !erase->isEnabled());

        activity.erase = end;
        activity.eraseDetail = u"what became of it"_s;
        dialog->show(activity);
        QCOMPARE(message->text(), u"what became of it"_s);
        QVERIFY(!progress->isVisible());
        QCOMPARE(erase->isVisible(), end == Activity::Erase::Failed); // to try again
        dialog->findChild<QPushButton *>(u"closeButton"_s)->click();
        QTRY_VERIFY(!dialog);
    }
};

QTEST_MAIN(TestEraseDialog)
#include "tst_erasedialog.moc"
