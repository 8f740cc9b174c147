#include "platform/disk/machinedetails.h"

#include <QTest>

using namespace Telemetry;

class TestMachineDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The form that tests/vectors/reporter.json uses.
    void areTheMachineAndTheUserOnALineEach()
    {
        const QByteArrayList lines = machineDetails().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(!lines[1].isEmpty());
        QCOMPARE(machineDetails(), machineDetails());
    }
};

QTEST_GUILESS_MAIN(TestMachineDetails)
#include "tst_machinedetails.moc"
