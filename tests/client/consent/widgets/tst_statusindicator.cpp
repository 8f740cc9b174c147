#include "client/consent/widgets/statusindicator.h"

#include "support/accessible.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestStatusIndicator : public QObject
{
    Q_OBJECT
private:
    /// Opens the menu, which is made only then, and finds an entry of it or of its menus.
    static QAction *action(const StatusIndicator &indicator, const QString &text)
    {
        Q_EMIT indicator.menu()->aboutToShow();
        for (QAction *action : indicator.menu()->actions()) {
            if (action->text() == text)
                return action;
            for (QAction *inner : action->menu() ? action->menu()->actions() : QList<QAction *>()) {
                if (inner->text() == text)
                    return inner;
            }
        }
        return nullptr;
    }
    static ConsentStatus agreed(Level level)
    {
        ConsentStatus status;
        status.effective.level = level;
        status.effective.chosen = level;
        status.effective.cause = EffectiveLevel::Cause::Chosen;
        status.effective.reason = u"You chose this."_s;
        status.running = level > Level::None;
        return status;
    }

private Q_SLOTS:
    void saysLevelAndReason()
    {
        StatusIndicator indicator;
        ConsentStatus status = agreed(Level::Middle);
        status.note = u"Mind the gap."_s;
        indicator.show(status);
        QCOMPARE(indicator.text(), status.words());
        QVERIFY(indicator.toolTip().contains("You chose this."_L1) && indicator.toolTip().contains("Mind the gap."_L1));
        QCOMPARE(indicator.accessibleName(), indicator.text());
        QCOMPARE(indicator.accessibleDescription(), u"You chose this.\nMind the gap."_s); // no tags of a tooltip
        QVERIFY(action(indicator, u"Middle"_s)->isChecked());
        indicator.show(agreed(Level::None));
        QCOMPARE(indicator.text(), u"Telemetry: off"_s);
        QVERIFY(action(indicator, u"No telemetry"_s)->isChecked());
    }
    void itsIconMakesNoStatusBarHigher()
    {
        StatusIndicator indicator;
        indicator.show(agreed(Level::None));
        QToolButton words;
        words.setToolButtonStyle(Qt::ToolButtonTextOnly);
        words.setText(indicator.text());
        indicator.setIconSize(QSize(40, 40));
        QVERIFY(indicator.sizeHint().height() <= words.sizeHint().height());
        QVERIFY(indicator.sizeHint().width() > words.sizeHint().width());
    }
    void offersOnlyWhatCanBeHad()
    {
        StatusIndicator indicator;
        ConsentStatus status = agreed(Level::None);
        status.effective.maximum = Level::Basic;
        indicator.show(status);
        QVERIFY(action(indicator, u"Basic"_s)->isEnabled());
        QVERIFY(!action(indicator, u"Middle"_s)->isEnabled());
        QVERIFY(action(indicator, u"Preview…"_s)->isEnabled()); // of what was sent
        QVERIFY(!action(indicator, u"For 1 hour"_s)->isEnabled() || !action(indicator, u"Pause"_s)->isEnabled());
        status.effective.fixed = true;
        indicator.show(status);
        QVERIFY(!action(indicator, u"Basic"_s)->isEnabled());
        QVERIFY(action(indicator, u"Settings…"_s)->isEnabled());
        QVERIFY(action(indicator, u"Public dashboard"_s)->isEnabled());
    }
    void pausesWhatRunsAndResumesWhatIsPaused()
    {
        StatusIndicator indicator;
        indicator.show(agreed(Level::Full));
        QSignalSpy paused(&indicator, &StatusIndicator::pauseRequested);
        QSignalSpy resumed(&indicator, &StatusIndicator::resumeRequested);
        QVERIFY(action(indicator, u"Pause"_s)->isVisible());
        QVERIFY(!action(indicator, u"Resume"_s)->isVisible());
        for (const auto &text : {u"For 1 hour"_s, u"Today"_s, u"Until I resume"_s})
            action(indicator, text)->trigger();
        QCOMPARE(paused.size(), 3);
        QCOMPARE(paused[0].first().value<PauseLength>(), PauseLength::Hour);
        QCOMPARE(paused[1].first().value<PauseLength>(), PauseLength::Today);
        QCOMPARE(paused[2].first().value<PauseLength>(), PauseLength::UntilResumed);

        ConsentStatus status = agreed(Level::None);
        status.effective.cause = EffectiveLevel::Cause::Paused;
        status.effective.chosen = Level::Full;
        indicator.show(status);
        QVERIFY(action(indicator, u"Full"_s)->isChecked()); // what goes on afterwards
        QVERIFY(!action(indicator, u"Pause"_s)->isVisible());
        QVERIFY(action(indicator, u"Resume"_s)->isVisible());
        action(indicator, u"Resume"_s)->trigger();
        QCOMPARE(resumed.size(), 1);
    }
    void passesOnWhatIsChosen()
    {
        StatusIndicator indicator;
        indicator.show(agreed(Level::Basic));
        QSignalSpy chosen(&indicator, &StatusIndicator::levelChosen);
        QSignalSpy preview(&indicator, &StatusIndicator::previewRequested);
        QSignalSpy settings(&indicator, &StatusIndicator::settingsRequested);
        QSignalSpy dashboard(&indicator, &StatusIndicator::dashboardRequested);
        action(indicator, u"Full"_s)->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Level>(), Level::Full);
        for (const auto &text : {u"Preview…"_s, u"Settings…"_s, u"Public dashboard"_s})
            action(indicator, text)->trigger();
        QCOMPARE(preview.size() + settings.size() + dashboard.size(), 3);
    }
    void theMenuIsDoneByKeyboardAlone()
    {
        StatusIndicator indicator;
        indicator.show(agreed(Level::Basic));
        QVERIFY(QTest::qWaitForWindowActive(&indicator));
        indicator.setFocus();
        QSignalSpy chosen(&indicator, &StatusIndicator::levelChosen);
        QSignalSpy settings(&indicator, &StatusIndicator::settingsRequested);
        // The menu of such a button has an event loop of its own: what is pressed in it is pressed from there.
        const auto press = [&](const QList<Qt::Key> &keys) {
            int pressed = 0;
            QTimer::singleShot(0, indicator.menu(), [&] {
                for (const Qt::Key key : keys) {
                    if (indicator.menu()->isVisible() && ++pressed)
                        QTest::keyClick(indicator.menu(), key);
                }
                indicator.menu()->close();
            });
            QTest::keyClick(&indicator, Qt::Key_Space);
            return pressed;
        };
        QCOMPARE(press({Qt::Key_Down, Qt::Key_Return}), 2);
        QCOMPARE(chosen.size(), 1); // the first entry
        QCOMPARE(chosen.first().first().value<Level>(), Level::None);
        QCOMPARE(press({Qt::Key_Up, Qt::Key_Up, Qt::Key_Return}), 3); // from the end
        QCOMPARE(settings.size(), 1);
    }
    void aScreenReaderHearsTheMenu()
    {
        StatusIndicator indicator;
        indicator.show(agreed(Level::Basic));
        Q_EMIT indicator.menu()->aboutToShow();
        QAccessibleInterface *menu = QAccessible::queryAccessibleInterface(indicator.menu());
        QCOMPARE(menu->role(), QAccessible::PopupMenu);
        QStringList names;
        for (int i = 0; i < menu->childCount(); ++i) {
            const QAccessibleInterface *entry = menu->child(i);
            if (entry->role() == QAccessible::Separator)
                continue;
            QCOMPARE(entry->role(), QAccessible::MenuItem);
            names.append(entry->text(QAccessible::Name));
            QCOMPARE(entry->state().checked, entry->text(QAccessible::Name) == "Basic"_L1);
        }
        const QStringList expected{u"No telemetry"_s, u"Basic"_s,    u"Middle"_s,    u"Full"_s,
                                   u"Pause"_s,        u"Preview…"_s, u"Settings…"_s, u"Public dashboard"_s};
        names.removeOne(u"Resume"_s); // not shown
        QCOMPARE(names, expected);
    }
    void theIconFollowsAThemeThatIsSwitched()
    {
        QWidget window;
        StatusIndicator indicator(&window);
        indicator.show(agreed(Level::Full));
        window.show();
        const auto ink = [&] { // the middle of the highest bar, which is filled
            return indicator.icon().pixmap(indicator.iconSize()).toImage().pixelColor(12, 8).name();
        };
        for (const QString &colour : {u"#f0f1f2"_s, u"#3b3a39"_s}) {
            window.setStyleSheet(u"QWidget { color: %1 }"_s.arg(colour));
            QTRY_COMPARE(ink(), colour);
        }
    }
    void isReachedByKeyboardAndScreenReader()
    {
        StatusIndicator indicator;
        indicator.show(agreed(Level::Basic));
        QVERIFY(indicator.focusPolicy() & Qt::TabFocus);
        const auto *accessible = QAccessible::queryAccessibleInterface(&indicator);
        QCOMPARE(accessible->role(), QAccessible::ButtonMenu);
        QCOMPARE(accessible->text(QAccessible::Name), u"Telemetry: basic"_s);
    }
};

QTEST_MAIN(TestStatusIndicator)
#include "tst_statusindicator.moc"
