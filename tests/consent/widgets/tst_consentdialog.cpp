#include "consent/widgets/consentdialog.h"

#include "support/dictionary.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QRadioButton>
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
        auto *dialog = new ConsentDialog(TestSupport::dictionary(), {}, maximum, &m_window);
        dialog->open();
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
        QCOMPARE(answered.first().first().value<Level>(), level);
        QTRY_VERIFY(!dialog);
    }
    void closingAfterChoosingIsStillNone()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->findChild<QRadioButton *>(u"fullButton"_s)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().value<Level>(), Level::None);
    }
    void theWindowButtonIsNone()
    {
        QPointer<ConsentDialog> dialog = open();
        QSignalSpy answered(dialog, &ConsentDialog::answered);
        dialog->close();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().value<Level>(), Level::None);
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
