#include "platform/disk/mount_posix.h"

#include <QTest>

using namespace Telemetry;

class TestMount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDeepestHolds_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("the root") << QByteArray("/etc") << QByteArray("ext4");
        QTest::newRow("the root itself") << QByteArray("/") << QByteArray("ext4");
        QTest::newRow("a mount") << QByteArray("/home") << QByteArray("nfs4");
        QTest::newRow("below a mount") << QByteArray("/home/ada/.config") << QByteArray("nfs4");
        QTest::newRow("only begins like it") << QByteArray("/homes/ada") << QByteArray("ext4");
        QTest::newRow("optional fields, none and two") << QByteArray("/run/user/0") << QByteArray("tmpfs");
        QTest::newRow("of two at one place the later") << QByteArray("/mnt/x") << QByteArray("xfs");
        QTest::newRow("a name with a space") << QByteArray("/my data/x") << QByteArray("btrfs");
    }
    void theDeepestHolds()
    {
        QFETCH(QByteArray, path);
        const QByteArray info = "25 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
                                "90 25 0:48 / /home rw,relatime shared:2 master:3 - nfs4 server:/home rw,vers=4.2\n"
                                "91 25 0:49 / /run rw - tmpfs tmpfs rw\n"
                                "92 25 0:50 / /mnt rw - ext4 /dev/sdb1 rw\n"
                                "93 92 0:51 / /mnt rw - xfs /dev/sdc1 rw\n"
                                "94 25 0:52 / /my\\040data rw - btrfs /dev/sdd1 rw\n";
        QTEST(mountOf(path, info).value().type, "type");
    }
    void aLineHasItsFields()
    {
        const auto mount =
            mountOf("/data/x", "36 35 98:0 /mnt1 /data rw,noatime master:1 - ext3 /dev/root rw,errors=continue");
        QVERIFY(mount);
        QCOMPARE(mount->root, QByteArray("/mnt1"));
        QCOMPARE(mount->point, QByteArray("/data"));
        QCOMPARE(mount->source, QByteArray("/dev/root"));
        QCOMPARE(mount->options, QByteArray("rw,errors=continue"));
    }
    void whatIsNoListHoldsNothing_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not of /proc") << QByteArray("hello\n- - - - - - - - -\n\\04");
        QTest::newRow("cut") << QByteArray("25 1 8:2 / / rw,relatime shared:1 -");
        QTest::newRow("in a chroot: no root is listed") << QByteArray("91 25 0:49 / /proc rw - proc proc rw\n");
    }
    void whatIsNoListHoldsNothing()
    {
        QFETCH(QByteArray, info);
        QVERIFY(!mountOf("/home/ada", info));
    }
};

QTEST_GUILESS_MAIN(TestMount)
#include "tst_mount.moc"
