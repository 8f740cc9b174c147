#include "client/plugins/telemetry/napariwindows.h"

#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;

/// Known by its name, as napari's own is.
class _QtMainWindow : public QWidget
{
    Q_OBJECT
};

class TestNapariWindows : public QObject
{
    Q_OBJECT
private:
    static void showAndActivate(QWidget &window)
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

private Q_SLOTS:
    void tellsOfThoseThatAreThereAndOfThoseThatCome()
    {
        _QtMainWindow first;
        showAndActivate(first);
        NapariWindows windows;
        QSignalSpy found(&windows, &NapariWindows::found);
        windows.watch();
        QCOMPARE(found.size(), 1);
        _QtMainWindow second;
        showAndActivate(second);
        QTRY_COMPARE(found.size(), 2);
        showAndActivate(first); // known
        QCOMPARE(found.size(), 2);
        windows.watch(); // anew
        QCOMPARE(found.size(), 3);
    }
    void othersAreNotNaparis()
    {
        QWidget other;
        showAndActivate(other);
        NapariWindows windows;
        QSignalSpy found(&windows, &NapariWindows::found);
        windows.watch();
        QCOMPARE(found.size(), 0);
    }
    void stoppedItTellsNothing()
    {
        NapariWindows windows;
        QSignalSpy found(&windows, &NapariWindows::found);
        windows.watch();
        windows.stop();
        _QtMainWindow window;
        showAndActivate(window);
        QCOMPARE(found.size(), 0);
    }
};

QTEST_MAIN(TestNapariWindows)
#include "tst_napariwindows.moc"
