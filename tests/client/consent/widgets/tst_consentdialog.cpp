#include "client/consent/widgets/consentdialog.h"

#include "support/accessible.h"
#include "support/dictionary.h"
#include "support/inlanguage.h"
#include "support/shownwidgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestConsentDialog : public QObject
{
    Q_OBJECT
private:
    QWidget m_window;

    ConsentDialog *open(Level maximum = Level::Full)
    {
        auto *dialog = new ConsentDialog(Question(TestSupport::dictionary(), {}), maximum, &m_window);
        dialog->open();
        if (!QTest::qWaitForWindowExposed(dialog)) // the layout is done
            qFatal("the dialog is not shown");
        return dialog;
    }

private Q_SLOTS:
    void initTestCase() { m_window.show(); }
    void eachLevelCanBeChosen_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<Level>("level");
        QTest::newRow("none") << u"noneButton"_s << Level::None;
        QTest::newRow("basic") << u"basicButton"_s << Level::Basic;
        QTest::newRow("middle") << u"middleButton"_s << Level::Middle;
        QTest::newRow("full") << u"fullButton"_s << Level::Full;
    }
    void eachLevelCanBeChosen()
    {
        QFETCH(QString, button);
        QFETCH(Level, level);
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
        QVERIFY(!save->isEnabled());
        dialog->findChild<QRadioButton *>(button)->click();
        QVERIFY(save->isEnabled());
        QCOMPARE(answered.size(), 0); // choosing alone is no answer
        save->click();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().value<Choice>().level, level);
        QTRY_VERIFY(!dialog);
    }
    void closingAfterChoosingIsStillNone()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->findChild<QRadioButton *>(u"fullButton"_s)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().value<Choice>().level, Level::None);
    }
    void theWindowButtonIsNone()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->close();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().value<Choice>().level, Level::None);
    }
    void destroyedUnansweredIsNoAnswer()
    {
        ConsentDialog *dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        delete dialog;
        QCOMPARE(answered.size(), 0);
    }
    void enterAnswersNothing()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->findChild<QRadioButton *>(u"fullButton"_s)->click();
        QTest::keyClick(dialog, Qt::Key_Return);
        QTest::keyClick(dialog, Qt::Key_Enter);
        QCOMPARE(answered.size(), 0);
        delete dialog;
    }
    void levelsAboveTheMaximumCanNotBeChosen()
    {
        QPointer<ConsentDialog> dialog = open(Level::Basic);
        QVERIFY(dialog->findChild<QRadioButton *>(u"basicButton"_s)->isEnabled());
        QVERIFY(!dialog->findChild<QRadioButton *>(u"middleButton"_s)->isEnabled());
        QVERIFY(!dialog->findChild<QRadioButton *>(u"fullButton"_s)->isEnabled());
        delete dialog;
    }
    void theSecondLayerLimitsAndStopsAsking()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        auto *limit = dialog->findChild<QComboBox *>(u"limitBox"_s);
        QVERIFY(!limit->isVisible());
        QCOMPARE(limit->currentData().toInt(), 0); // no limit unless it is asked for
        dialog->findChild<QPushButton *>(u"optionsButton"_s)->click();
        QVERIFY(limit->isVisible());
        auto *neverAsk = dialog->findChild<QCheckBox *>(u"neverAskBox"_s);
        QVERIFY(!neverAsk->isChecked());
        limit->setCurrentIndex(limit->findData(30));
        neverAsk->click();
        dialog->findChild<QRadioButton *>(u"basicButton"_s)->click();
        dialog->findChild<QPushButton *>(u"saveButton"_s)->click();
        const auto choice = answered.first().first().value<Choice>();
        QCOMPARE(choice.level, Level::Basic);
        QCOMPARE(choice.limitDays, 30);
        QCOMPARE(choice.neverAsk, true);
    }
    void closingTakesNoOptions()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->findChild<QPushButton *>(u"optionsButton"_s)->click();
        dialog->findChild<QCheckBox *>(u"neverAskBox"_s)->click();
        dialog->close();
        QVERIFY(!answered.first().first().value<Choice>().neverAsk);
    }
    void dismissedIsNoAnswer()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->dismiss();
        QCOMPARE(answered.size(), 0);
        QTRY_VERIFY(!dialog);
    }
    void refusingLooksLikeAccepting()
    {
        QPointer<ConsentDialog> dialog = open();
        const auto *none = dialog->findChild<QRadioButton *>(u"noneButton"_s);
        for (const char *name : {"basicButton", "middleButton", "fullButton"}) {
            const auto *other = dialog->findChild<QRadioButton *>(QLatin1String(name));
            QTRY_COMPARE(other->size(), none->size()); // the layout settles after it is shown
            QCOMPARE(other->font(), none->font());
            QCOMPARE(other->palette(), none->palette());
            QVERIFY(!other->isChecked() && other->isVisible());
        }
        for (const auto *button : dialog->findChildren<QPushButton *>())
            QVERIFY2(!button->isDefault() && !button->autoDefault(), qPrintable(button->objectName()));
        QVERIFY(none->isVisible() && none->hasFocus());
        delete dialog;
    }
    void everyControlHasANameAndTheOrderIsThatOfReading()
    {
        QPointer<ConsentDialog> dialog = open();
        dialog->findChild<QPushButton *>(u"optionsButton"_s)->click();
        dialog->findChild<QRadioButton *>(u"noneButton"_s)->click(); // the button to save can be reached
        QCOMPARE(TestSupport::withoutAName(*dialog), QStringList());
        const QStringList order = TestSupport::focusOrder(*dialog);
        QVERIFY2(order.size() >= 7 && order.contains(u"saveButton"_s), qPrintable(order.join(u' ')));
        // The layout of what was just shown is done by the event loop.
        QTRY_VERIFY2(TestSupport::isReadingOrder(*dialog, order), qPrintable(order.join(u' ')));
        delete dialog;
    }
    void fitsOnALowScreenAndKeepsItsButtonInSight()
    {
        QPointer<ConsentDialog> dialog = open();
        const QRect screen = dialog->screen()->availableGeometry();
        QVERIFY(dialog->height() <= screen.height());
        const auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
        QVERIFY(dialog->rect().contains(save->geometry()));
        delete dialog;
    }
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
        QPointer<ConsentDialog> dialog = open();
        dialog->findChild<QPushButton *>(u"optionsButton"_s)->click();
        const auto *area = dialog->findChild<QScrollArea *>(u"scrollArea"_s);
        QTRY_COMPARE(TestSupport::cutTexts(*dialog), QStringList());
        QTRY_VERIFY(area->widget()->width() <= area->viewport()->width()); // nothing is behind the edge
        if (language == "xx"_L1 || language == "ar"_L1)
            QCOMPARE(TestSupport::untranslatedTexts(*dialog), QStringList());
        const auto *none = dialog->findChild<QRadioButton *>(u"noneButton"_s);
        QCOMPARE(none->isRightToLeft(), language == "ar"_L1);
        const auto *sample = dialog->findChild<QPushButton *>(u"sampleButton"_s);
        const auto *options = dialog->findChild<QPushButton *>(u"optionsButton"_s);
        QCOMPARE(sample->x() > options->x(), language == "ar"_L1);
        delete dialog;
        QApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }
    void theButtonForMoreSaysWhatItDoesNext()
    {
        QPointer<ConsentDialog> dialog = open();
        auto *options = dialog->findChild<QPushButton *>(u"optionsButton"_s);
        QCOMPARE(options->text(), u"More options"_s);
        options->click();
        QCOMPARE(options->text(), u"Fewer options"_s);
        options->click();
        QCOMPARE(options->text(), u"More options"_s);
        QVERIFY(!dialog->findChild<QComboBox *>(u"limitBox"_s)->isVisible());
        delete dialog;
    }
    void linksFollowAThemeThatIsSwitched()
    {
        QPointer<ConsentDialog> dialog = open();
        const auto *links = dialog->findChild<QLabel *>(u"contactLabel"_s);
        for (const QString &colour : {u"#f0f1f2"_s, u"#3b3a39"_s}) {
            m_window.setStyleSheet(u"QWidget { color: %1 }"_s.arg(colour));
            QTRY_COMPARE(links->text().count(u"color: "_s + colour), 4);
        }
        m_window.setStyleSheet({});
        delete dialog;
    }
    void descriptionsBeginUnderTheirNames()
    {
        QPointer<ConsentDialog> dialog = open();
        m_window.setStyleSheet(u"QRadioButton::indicator { width: 40px; height: 40px }"_s);
        const auto *label = dialog->findChild<QLabel *>(u"noneLabel"_s);
        QTRY_VERIFY2(label->indent() >= 40 && label->indent() < 60, qPrintable(QString::number(label->indent())));
        m_window.setStyleSheet({});
        delete dialog;
    }
    void everyChoiceCarriesItsDescription()
    {
        QPointer<ConsentDialog> dialog = open();
        for (const auto *button : dialog->findChildren<QRadioButton *>()) {
            QVERIFY(!button->text().isEmpty());
            QVERIFY(!button->accessibleDescription().isEmpty());
        }
        delete dialog;
    }
};

QTEST_MAIN(TestConsentDialog)
#include "tst_consentdialog.moc"
