#include "client/consent/widgets/sampledialog.h"

#include "support/accessible.h"
#include "support/inlanguage.h"
#include "support/samples.h"
#include "support/showncells.h"
#include "support/shownwidgets.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSampleDialog : public QObject
{
    Q_OBJECT
private:
    QWidget m_window;

    SampleDialog *open()
    {
        auto *dialog = new SampleDialog(TestSupport::someSamples(), &m_window);
        dialog->show();
        return dialog;
    }

private Q_SLOTS:
    void initTestCase() { m_window.show(); }
    void standsBesideItsParent()
    {
        QPointer<SampleDialog> dialog = open();
        QCOMPARE(dialog->objectName(), u"TelemetrySampleDialog"_s);
        QCOMPARE(dialog->parentWidget(), &m_window);
        QVERIFY(dialog->isWindow() && !dialog->isModal());
        QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"sampleJson"_s)->toPlainText(),
                 TestSupport::someSamples().samples()[0].json);
        QVERIFY(dialog->findChild<QLabel *>(u"leftOutLabel"_s)->isVisible());
        delete dialog;
    }
    void saysThatNothingWasRecordedOrSent()
    {
        QPointer<SampleDialog> dialog = open();
        const QString promise = dialog->findChild<QLabel *>(u"promiseLabel"_s)->text();
        QVERIFY(promise.contains("in memory"_L1) && promise.contains("Nothing has been recorded or sent"_L1));
        delete dialog;
    }
    void closingDeletesIt_data()
    {
        QTest::addColumn<bool>("byButton");
        QTest::newRow("Esc") << false;
        QTest::newRow("button") << true;
    }
    void closingDeletesIt()
    {
        QFETCH(bool, byButton);
        QPointer<SampleDialog> dialog = open();
        if (byButton)
            dialog->findChild<QPushButton *>(u"closeButton"_s)->click();
        else
            QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }
    void theKeyboardGoesRound()
    {
        QPointer<SampleDialog> dialog = open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        const QList<QWidget *> round{dialog->findChild<QTreeWidget *>(u"sampleTree"_s),
                                     dialog->findChild<QPlainTextEdit *>(u"sampleJson"_s),
                                     dialog->findChild<QPushButton *>(u"closeButton"_s)};
        QCOMPARE(QApplication::focusWidget(), round[0]);
        for (const qsizetype i : {1, 2, 0}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), round[i]);
        }
        for (const qsizetype i : {2, 1, 0}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
            QCOMPARE(QApplication::focusWidget(), round[i]);
        }
        QTest::keyClick(round[0], Qt::Key_Return); // reading on does not close the window
        QVERIFY(dialog && dialog->isVisible());
        delete dialog;
    }
    void everyControlHasAName()
    {
        QPointer<SampleDialog> dialog = open();
        QCOMPARE(TestSupport::withoutAName(*dialog), QStringList());
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
        QPointer<SampleDialog> dialog = open();
        auto *tree = dialog->findChild<QTreeWidget *>(u"sampleTree"_s);
        tree->expandAll();
        QTRY_COMPARE(TestSupport::cutCells(*tree), QStringList());
        QCOMPARE(TestSupport::cutTexts(*dialog), QStringList());
        if (language == "xx"_L1 || language == "ar"_L1) {
            QCOMPARE(TestSupport::untranslatedTexts(*dialog), QStringList());
            for (int column = 0; column < 3; ++column)
                QVERIFY(tree->headerItem()->text(column).contains(u'['));
            for (QTreeWidgetItemIterator row(tree); *row; ++row) {
                QVERIFY2((*row)->text(0).contains(u'['), qPrintable((*row)->text(0)));
                QVERIFY2((*row)->text(2).isEmpty() || (*row)->text(2).contains(u'['), qPrintable((*row)->text(2)));
            }
        }
        delete dialog;
        QApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }
};

QTEST_MAIN(TestSampleDialog)
#include "tst_sampledialog.moc"
