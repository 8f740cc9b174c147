#include "consent/widgets/levelsettingspane.h"

#include "support/dictionary.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLevelSettingsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheEffectiveLevelWithoutAskingForIt()
    {
        LevelSettingsPane pane(TestSupport::dictionary(), {});
        QSignalSpy chosen(&pane, &LevelSettingsPane::levelChosen);
        EffectiveLevel effective;
        effective.level = Level::Basic;
        effective.maximum = Level::Middle;
        effective.reason = u"Because."_s;
        pane.show(effective, {}, false);
        QVERIFY(pane.findChild<QRadioButton *>(u"basicButton"_s)->isChecked());
        QVERIFY(!pane.findChild<QRadioButton *>(u"fullButton"_s)->isEnabled());
        QVERIFY(!pane.findChild<QPushButton *>(u"previewButton"_s)->isEnabled());
        QCOMPARE(pane.findChild<QLabel *>(u"reasonLabel"_s)->text(), u"Because."_s);
        QCOMPARE(chosen.size(), 0); // showing is not choosing
    }
    void passesOnWhatIsChosen()
    {
        LevelSettingsPane pane(TestSupport::dictionary(), {});
        pane.show({}, {}, true);
        QSignalSpy chosen(&pane, &LevelSettingsPane::levelChosen);
        QSignalSpy preview(&pane, &LevelSettingsPane::previewRequested);
        pane.findChild<QRadioButton *>(u"middleButton"_s)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Level>(), Level::Middle);
        pane.findChild<QPushButton *>(u"previewButton"_s)->click();
        QCOMPARE(preview.size(), 1);
    }
};

QTEST_MAIN(TestLevelSettingsPane)
#include "tst_levelsettingspane.moc"
