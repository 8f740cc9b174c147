#include "consent/widgets/statusindicator.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestStatusIndicator : public QObject
{
    Q_OBJECT
private:
    static QAction *action(const StatusIndicator &indicator, const QString &text)
    {
        for (QAction *action : indicator.menu()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void saysLevelAndReason()
    {
        StatusIndicator indicator;
        EffectiveLevel effective;
        effective.level = Level::Middle;
        effective.reason = u"You chose this."_s;
        indicator.show(effective, u"Mind the gap."_s, true);
        QCOMPARE(indicator.text(), u"Telemetry: middle"_s);
        QVERIFY(indicator.toolTip().contains("You chose this."_L1) && indicator.toolTip().contains("Mind the gap."_L1));
        QCOMPARE(indicator.accessibleName(), indicator.text());
        QCOMPARE(indicator.accessibleDescription(), indicator.toolTip());
        QVERIFY(action(indicator, u"Middle"_s)->isChecked());
        indicator.show({}, {}, false);
        QCOMPARE(indicator.text(), u"Telemetry: off"_s);
        QVERIFY(action(indicator, u"No telemetry"_s)->isChecked());
    }
    void offersOnlyWhatCanBeHad()
    {
        StatusIndicator indicator;
        EffectiveLevel effective;
        effective.maximum = Level::Basic;
        indicator.show(effective, {}, false);
        QVERIFY(action(indicator, u"Basic"_s)->isEnabled());
        QVERIFY(!action(indicator, u"Middle"_s)->isEnabled());
        QVERIFY(!action(indicator, u"Preview…"_s)->isEnabled());
        effective.fixed = true;
        indicator.show(effective, {}, true);
        QVERIFY(!action(indicator, u"Basic"_s)->isEnabled());
        QVERIFY(action(indicator, u"Preview…"_s)->isEnabled());
        QVERIFY(action(indicator, u"Settings…"_s)->isEnabled());
    }
    void passesOnWhatIsChosen()
    {
        StatusIndicator indicator;
        indicator.show({}, {}, true);
        QSignalSpy chosen(&indicator, &StatusIndicator::levelChosen);
        QSignalSpy preview(&indicator, &StatusIndicator::previewRequested);
        QSignalSpy settings(&indicator, &StatusIndicator::settingsRequested);
        action(indicator, u"Full"_s)->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Level>(), Level::Full);
        action(indicator, u"Preview…"_s)->trigger();
        action(indicator, u"Settings…"_s)->trigger();
        QCOMPARE(preview.size() + settings.size(), 2);
    }
};

QTEST_MAIN(TestStatusIndicator)
#include "tst_statusindicator.moc"
