#include "client/consent/widgets/erasedialog.h"

#include "support/accessible.h"
#include "support/inlanguage.h"
#include "support/shownwidgets.h"

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
    void standsEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "pl", "xx", "ar"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void standsEveryLanguage()
    {
        QFETCH(QString, language);
        const TestSupport::InLanguage made(language);
        QApplication::setLayoutDirection(QLocale(language).textDirection());
        m_window.show();
        QPointer<EraseDialog> dialog = new EraseDialog(&m_window);
        auto *erase = dialog->findChild<QPushButton *>(u"eraseButton"_s);
        auto *close = dialog->findChild<QPushButton *>(u"closeButton"_s);
        Activity activity{0, 5, false, {}, Activity::Erase::Idle, {}};
        dialog->show(activity);
        QTRY_COMPARE(TestSupport::cutTexts(*dialog), QStringList());
        QCOMPARE(erase->x() > close->x(), language == "ar"_L1);
        erase->click();
        for (const auto state : {Activity::Erase::Running, Activity::Erase::Failed}) {
            activity.erase = state;
            activity.eraseDetail = u"[a reason that came from elsewhere]"_s;
            dialog->show(activity);
            QTRY_COMPARE(TestSupport::cutTexts(*dialog), QStringList());
            if (language == "xx"_L1 || language == "ar"_L1)
                QCOMPARE(TestSupport::untranslatedTexts(*dialog), QStringList());
            const QStringList order = TestSupport::focusOrder(*dialog);
            QVERIFY(!order.isEmpty());
            if (language != "ar"_L1)
                QVERIFY2(TestSupport::isReadingOrder(*dialog, order), qPrintable(order.join(u' ')));
        }
        delete dialog;
        QApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }
    void isAsHighAsItsText()
    {
        m_window.show();
        QPointer<EraseDialog> dialog = new EraseDialog(&m_window);
        Activity activity{0, 5, false, {}, Activity::Erase::Idle, {}};
        dialog->show(activity);
        const int asking = dialog->height();
        dialog->findChild<QPushButton *>(u"eraseButton"_s)->click();
        activity.erase = Activity::Erase::Done;
        activity.eraseDetail = u"Erased."_s;
        dialog->show(activity);
        QTRY_VERIFY(dialog->height() < asking);
        delete dialog;
    }
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
