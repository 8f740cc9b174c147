#include "client/consent/widgets/levelsettingspane.h"

#include "support/accessible.h"
#include "support/dictionary.h"
#include "support/inlanguage.h"
#include "support/shownwidgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::currentDateTimeUtc();

ConsentRecord record(Level level, const std::optional<QDateTime> &expires = {})
{
    return {Answer{level, 2, {}, now, expires}, {Answer{Level::None, 1, {}, now.addDays(-9), {}}}, {}};
}

ConsentStatus status(Level level, Level maximum = Level::Full)
{
    ConsentStatus status;
    status.effective.level = level;
    status.effective.chosen = level;
    status.effective.maximum = maximum;
    status.effective.cause = EffectiveLevel::Cause::Chosen;
    status.effective.reason = u"Because."_s;
    status.running = level > Level::None;
    return status;
}

} // namespace

class TestLevelSettingsPane : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<LevelSettingsPane> m_pane;

    template<typename T> T *find(const char *name) { return m_pane->findChild<T *>(QLatin1String(name)); }

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<LevelSettingsPane>(Question(TestSupport::dictionary(), {}));
        m_pane->QWidget::show();
    }
    void showsTheEffectiveLevelWithoutChoosingIt()
    {
        QSignalSpy chosen(m_pane.get(), &LevelSettingsPane::chosen);
        QSignalSpy neverAsk(m_pane.get(), &LevelSettingsPane::neverAskChosen);
        m_pane->show(status(Level::Basic, Level::Middle), record(Level::Basic, now.addDays(20)), true);
        QVERIFY(find<QRadioButton>("basicButton")->isChecked());
        QVERIFY(!find<QRadioButton>("fullButton")->isEnabled());
        QVERIFY(find<QLabel>("reasonLabel")->text().contains("Because."_L1));
        QVERIFY(find<QCheckBox>("neverAskBox")->isChecked());
        QCOMPARE(chosen.size() + neverAsk.size(), 0); // showing is not choosing
    }
    void passesOnWhatIsChosen()
    {
        m_pane->show(status(Level::Basic), record(Level::Basic), false);
        QSignalSpy chosen(m_pane.get(), &LevelSettingsPane::chosen);
        find<QRadioButton>("middleButton")->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Choice>().level, Level::Middle);
        QVERIFY(!chosen.first().first().value<Choice>().limitDays); // a limit that is set stays
        QSignalSpy neverAsk(m_pane.get(), &LevelSettingsPane::neverAskChosen);
        find<QCheckBox>("neverAskBox")->click();
        QCOMPARE(neverAsk.first().first().toBool(), true);
    }
    void everyButtonDoesItsOneThing_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArray>("signal");
        const auto row = [](const char *button, const char *signal) {
            QTest::newRow(button) << QByteArray(button) << QByteArray(signal);
        };
        row("resumeButton", SIGNAL(resumeRequested()));
        row("installButton", SIGNAL(installRequested()));
        row("uninstallButton", SIGNAL(uninstallRequested()));
        row("previewButton", SIGNAL(previewRequested()));
        row("sampleButton", SIGNAL(sampleRequested()));
        row("deleteButton", SIGNAL(deletePendingRequested()));
        row("eraseButton", SIGNAL(eraseRequested()));
        row("forgetButton", SIGNAL(forgetReceiptsRequested()));
        row("identifiersButton", SIGNAL(identifiersRequested()));
    }
    void everyButtonDoesItsOneThing()
    {
        QFETCH(QByteArray, button);
        QFETCH(QByteArray, signal);
        ConsentStatus waiting = status(Level::Basic);
        waiting.activity.pending = 3;
        m_pane->show(waiting, record(Level::Basic), false);
        QSignalSpy spy(m_pane.get(), signal.constData());
        find<QPushButton>(button.constData())->click();
        QCOMPARE(spy.size(), 1);
    }
    void theLimitIsShownAndCanBeChanged()
    {
        m_pane->show(status(Level::Basic), record(Level::Basic), false);
        auto *limit = find<QComboBox>("limitBox");
        QCOMPARE(limit->currentData().toInt(), 0);
        const int offers = limit->count();
        QSignalSpy chosen(m_pane.get(), &LevelSettingsPane::chosen);
        limit->setFocus();
        QTest::keyClick(limit, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Choice>().limitDays, 30);
        QCOMPARE(chosen.first().first().value<Choice>().level, Level::Basic);
        for (int i = 0; i < 2; ++i) // shown again: the end is one entry, not two
            m_pane->show(status(Level::Basic), record(Level::Basic, now.addDays(30)), false);
        QCOMPARE(limit->count(), offers + 1);
        QCOMPARE(limit->currentData().toInt(), -1);
        m_pane->show(status(Level::None), record(Level::None), false);
        QVERIFY(!limit->isEnabled());
        QCOMPARE(limit->count(), offers);
    }
    void theHistoryHasTheLatestAnswerFirst()
    {
        m_pane->show(status(Level::Basic), record(Level::Basic), false);
        auto *history = find<QTreeWidget>("historyTree");
        QCOMPARE(history->topLevelItemCount(), 2);
        QCOMPARE(history->topLevelItem(0)->text(1), u"Basic"_s);
        QCOMPARE(history->topLevelItem(1)->text(1), u"No telemetry"_s);
        m_pane->show(status(Level::None), std::nullopt, false);
        QCOMPARE(history->topLevelItemCount(), 0);
    }
    void offersOnlyWhatHasAnEffect()
    {
        m_pane->show(status(Level::None), record(Level::None), false);
        QVERIFY(find<QPushButton>("previewButton")->isEnabled()); // receipts can be seen, too
        QVERIFY(!find<QPushButton>("deleteButton")->isEnabled());
        QVERIFY(!find<QPushButton>("resumeButton")->isVisible());
        QVERIFY(!find<QPushButton>("installButton")->isVisible());
        QVERIFY(!find<QPushButton>("uninstallButton")->isVisible());
        QVERIFY(find<QPushButton>("eraseButton")->isEnabled()); // also at none
        ConsentStatus refused = status(Level::None);
        refused.package = ConsentStatus::Package::Unusable;
        m_pane->show(refused, record(Level::Middle), false);
        QCOMPARE(find<QPushButton>("installButton")->text(), u"Install the matching release"_s);
        QVERIFY(find<QPushButton>("uninstallButton")->isVisible());
        refused.package = ConsentStatus::Package::Missing;
        m_pane->show(refused, record(Level::Middle), false);
        QCOMPARE(find<QPushButton>("installButton")->text(), u"Install napari-telemetry"_s);
        QVERIFY(!find<QPushButton>("uninstallButton")->isVisible());
        ConsentStatus paused = status(Level::None);
        paused.effective.cause = EffectiveLevel::Cause::Paused;
        paused.effective.chosen = Level::Middle;
        m_pane->show(paused, record(Level::Middle), false);
        QVERIFY(find<QPushButton>("resumeButton")->isVisible());
        QVERIFY(find<QRadioButton>("middleButton")->isChecked());
    }
    void identifiersAreShownAsTheyWereCopied()
    {
        QVERIFY(!find<QPlainTextEdit>("identifiersEdit")->isVisible());
        m_pane->showIdentifiers(u"2026-W47 plugin 00ff"_s);
        QVERIFY(find<QPlainTextEdit>("identifiersEdit")->isVisible());
        QVERIFY(find<QPlainTextEdit>("identifiersEdit")->toPlainText().contains("00ff"_L1));
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
        init(); // made in this language
        m_pane->show(status(Level::Basic), record(Level::Basic), false);
        m_pane->showIdentifiers(u"[ab]"_s);
        m_pane->resize(m_pane->minimumSizeHint().width(), m_pane->heightForWidth(m_pane->minimumSizeHint().width()));
        QTRY_COMPARE(TestSupport::cutTexts(*m_pane), QStringList());
        if (language == "xx"_L1 || language == "ar"_L1) {
            QStringList left = TestSupport::untranslatedTexts(*m_pane);
            left.removeOne(u"Because."_s); // the reason, which this test made
            QCOMPARE(left, QStringList());
        }
        const bool mirrored = find<QPushButton>("previewButton")->x() > find<QPushButton>("sampleButton")->x();
        QCOMPARE(mirrored, language == "ar"_L1);
        QApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }
    void linksFollowAThemeThatIsSwitched()
    {
        for (const QString &colour : {u"#f0f1f2"_s, u"#3b3a39"_s}) {
            m_pane->setStyleSheet(u"QWidget { color: %1 }"_s.arg(colour));
            QTRY_COMPARE(find<QLabel>("contactLabel")->text().count(u"color: "_s + colour), 4);
        }
    }
    void everythingIsDoneByKeyboardAlone()
    {
        ConsentStatus waiting = status(Level::Basic);
        waiting.activity.pending = 3;
        m_pane->show(waiting, record(Level::Basic), false);
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QSignalSpy chosen(m_pane.get(), &LevelSettingsPane::chosen);
        find<QRadioButton>("basicButton")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Choice>().level, Level::Middle);
        const QList<std::pair<QString, const char *>> buttons{
            {u"previewButton"_s, SIGNAL(previewRequested())},
            {u"sampleButton"_s, SIGNAL(sampleRequested())},
            {u"deleteButton"_s, SIGNAL(deletePendingRequested())},
            {u"eraseButton"_s, SIGNAL(eraseRequested())},
            {u"forgetButton"_s, SIGNAL(forgetReceiptsRequested())},
            {u"identifiersButton"_s, SIGNAL(identifiersRequested())},
        };
        for (const auto &[name, signal] : buttons) {
            for (int tabs = 0; tabs < 20 && QApplication::focusWidget()->objectName() != name; ++tabs)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), name);
            QSignalSpy spy(m_pane.get(), signal);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            QCOMPARE(spy.size(), 1);
        }
    }
    void everyControlHasANameAndTheOrderIsThatOfReading()
    {
        ConsentStatus waiting = status(Level::Basic);
        waiting.activity.pending = 3;
        m_pane->show(waiting, record(Level::Basic), false);
        m_pane->showIdentifiers(u"ab"_s);
        m_pane->resize(m_pane->sizeHint());
        QCoreApplication::processEvents(); // the layout is done
        QCOMPARE(TestSupport::withoutAName(*m_pane), QStringList());
        const QStringList order = TestSupport::focusOrder(*m_pane);
        QVERIFY2(order.size() >= 12, qPrintable(order.join(u' ')));
        QTRY_VERIFY2(TestSupport::isReadingOrder(*m_pane, order), qPrintable(order.join(u' ')));
    }
};

QTEST_MAIN(TestLevelSettingsPane)
#include "tst_levelsettingspane.moc"
