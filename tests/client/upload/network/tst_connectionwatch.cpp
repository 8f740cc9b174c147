#include "client/upload/network/connectionwatch.h"

#include <QNetworkInformation>
#include <QTest>

using namespace Telemetry;

/// What a system says of its connection is tried beside a NetworkManager, in tests/network/test_connection.py.
class TestConnectionWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatNobodyHasAskedIsNoReasonAgainstSending()
    {
        const ConnectionWatch watch;
        QVERIFY(watch.mayUse());
        QVERIFY(!QNetworkInformation::instance()); // nor is anything loaded for it
    }
    void whatNoBackEndCanTellIsNoReasonAgainstSending()
    {
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"); // a system without a NetworkManager
        ConnectionWatch watch;
        watch.begin();
        watch.begin();
        QVERIFY(watch.mayUse());
    }
};

QTEST_GUILESS_MAIN(TestConnectionWatch)
#include "tst_connectionwatch.moc"
