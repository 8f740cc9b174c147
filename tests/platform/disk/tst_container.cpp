#include "support/containerroot.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const QByteArray id(64, 'a'); // of a container, a layer, a volume

/// Roots as the engines mount them.
const QByteArray dockerRoot =
    "1801 1800 0:95 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/docker/overlay2/l/ABC:"
    "/var/lib/docker/overlay2/l/DEF,upperdir=/var/lib/docker/overlay2/"
    + id + "/diff,workdir=/var/lib/docker/overlay2/" + id + "/work,xino=off\n";
const QByteArray podmanRoot = "512 420 0:57 / / rw,relatime - fuse.fuse-overlayfs fuse-overlayfs rw,nodev,noatime,"
                              "user_id=0,group_id=0,default_permissions,allow_other\n";
const QByteArray apptainerRoot =
    "641 640 0:55 / / ro,nosuid,nodev,relatime unbindable - overlay overlay rw,lowerdir=/usr/local/"
    "var/apptainer/mnt/session/overlay-lowerdir:/usr/local/var/apptainer/mnt/session/rootfs\n";
const QByteArray diskRoot = "25 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro\n";

} // namespace

class TestContainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void programs_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("program");
        QTest::newRow("nothing at all") << QString() << QByteArray() << QString();
        QTest::newRow("Docker") << u"/.dockerenv"_s << QByteArray() << u"docker"_s;
        QTest::newRow("Podman, run by root") << u"/run/.containerenv"_s << QByteArray() << u"podman"_s;
        QTest::newRow("Podman, run by a user")
            << u"/run/.containerenv"_s << "engine=\"podman-4.3.1\"\nrootless=1\n"_ba << u"podman"_s;
        QTest::newRow("systemd in a container")
            << u"/run/systemd/container"_s << "systemd-nspawn\n"_ba << u"systemd-nspawn"_s;
        QTest::newRow("LXC") << u"/proc/1/environ"_s << "TERM=linux\0container=lxc\0container_ttys=x\0"_ba << u"lxc"_s;
        QTest::newRow("a variable that only ends so") << u"/proc/1/environ"_s << "my_container=lxc\0"_ba << QString();
        QTest::newRow("Docker's control groups")
            << u"/proc/1/cgroup"_s << "12:cpu,cpuacct:/docker/" + id + "\n11:pids:/docker/" + id + '\n'
            << u"docker"_s;
        QTest::newRow("Docker's under systemd") << u"/proc/1/cgroup"_s << "0::/system.slice/docker-" + id + ".scope\n"
                                                << u"docker"_s;
        QTest::newRow("Kubernetes' with Docker")
            << u"/proc/1/cgroup"_s << "9:cpuset:/kubepods/burstable/pod1-2-3/docker/" + id + '\n'
            << u"kubernetes"_s;
        QTest::newRow("Kubernetes' with containerd")
            << u"/proc/1/cgroup"_s << "0::/kubepods.slice/kubepods-pod12.slice/cri-containerd-" + id + ".scope\n"
            << u"kubernetes"_s;
        QTest::newRow("Podman's") << u"/proc/1/cgroup"_s << "0::/machine.slice/libpod-" + id + ".scope/container\n"
                                  << u"podman"_s;
        QTest::newRow("LXC's") << u"/proc/1/cgroup"_s << "0::/lxc.payload.bookworm\n"_ba << u"lxc"_s;
        QTest::newRow("a computer's with systemd") << u"/proc/1/cgroup"_s << "0::/init.scope\n"_ba << QString();
        QTest::newRow("a computer that runs Docker")
            << u"/proc/self/cgroup"_s << "0::/system.slice/docker.service\n"_ba << QString();
        QTest::newRow("only its layers") << u"/proc/self/mountinfo"_s << dockerRoot << u"docker"_s;
        QTest::newRow("layers of containerd")
            << u"/proc/self/mountinfo"_s
            << "1746 1246 0:259 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/1101/fs\n"_ba
            << u"containerd"_s;
        QTest::newRow("a computer") << u"/proc/self/mountinfo"_s << diskRoot << QString();
        QTest::newRow("a computer with layers of its own") // live media, ostree
            << u"/proc/self/mountinfo"_s
            << "30 1 0:27 / / rw,relatime shared:1 - overlay /cow rw,lowerdir=/filesystem.squashfs,upperdir=/cow/upper,workdir=/cow/work\n"_ba
            << QString();
        QTest::newRow("a computer that shows a container's layers elsewhere")
            << u"/proc/self/mountinfo"_s
            << diskRoot
                   + "300 25 0:95 / /var/lib/docker/overlay2/1/merged rw - overlay overlay "
                     "rw,lowerdir=/var/lib/docker/overlay2/l/A\n"
            << QString();
    }
    void programs()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        const TestSupport::ContainerRoot root;
        if (!file.isEmpty())
            root.put(file, text);
        QTEST(root.look().program(), "program");
    }
    void variables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("program");
        QTest::newRow("Podman") << u"container"_s << u"podman"_s << u"podman"_s;
        QTest::newRow("Flatpak") << u"container"_s << u"flatpak"_s << u"flatpak"_s;
        QTest::newRow("empty") << u"container"_s << QString() << QString();
        QTest::newRow("Apptainer") << u"APPTAINER_CONTAINER"_s << u"/images/napari.sif"_s << u"apptainer"_s;
        QTest::newRow("Singularity") << u"SINGULARITY_CONTAINER"_s << u"/images/napari.sif"_s << u"singularity"_s;
        QTest::newRow("Kubernetes") << u"KUBERNETES_SERVICE_HOST"_s << u"10.96.0.1"_s << u"kubernetes"_s;
        QTest::newRow("settings of Apptainer's") << u"APPTAINER_CACHEDIR"_s << u"/scratch"_s << QString();
    }
    void variables()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        TestSupport::ContainerRoot root;
        root.set(name, value);
        QTEST(root.look().program(), "program");
    }
    void takesAway_data()
    {
        QTest::addColumn<QByteArray>("mounts");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char *name, const QByteArray &mounts, bool taken) {
            QTest::newRow(name) << mounts << taken;
        };
        row("Docker: its own root", dockerRoot, true);
        row("Docker: a volume with a name",
            dockerRoot
                + "1861 1801 259:2 /var/lib/docker/volumes/home/_data /home/ada rw,relatime master:1 - ext4 "
                  "/dev/nvme0n1p2 rw\n",
            false);
        row("Docker: a volume that nobody named",
            dockerRoot + "1861 1801 259:2 /var/lib/docker/volumes/" + id
                + "/_data /home/ada rw,relatime master:1 - ext4 /dev/nvme0n1p2 rw\n",
            true);
        row("Docker: the computer's home",
            dockerRoot + "1862 1801 259:2 /home/ada /home/ada rw,relatime - ext4 /dev/nvme0n1p2 rw\n", false);
        row("Docker Desktop: the computer's home",
            dockerRoot + "1500 1801 0:77 /Users/ada /home/ada rw,relatime - fakeowner /run/host_mark/Users rw\n",
            false);
        row("Docker: a folder of data, not the home",
            dockerRoot + "1862 1801 259:2 /data /home/ada/data rw,relatime - ext4 /dev/nvme0n1p2 rw\n", true);
        row("Docker: --tmpfs",
            dockerRoot + "1985 1801 0:147 / /home rw,nosuid,nodev,noexec,relatime - tmpfs tmpfs rw\n", true);
        row("Docker on btrfs",
            "812 701 0:40 /@/var/lib/docker/btrfs/subvolumes/" + id
                + " / rw,relatime - btrfs /dev/sda2 rw,subvolid=312\n",
            true);
        row("Docker without layers (vfs)",
            "812 701 8:2 /var/lib/docker/vfs/dir/" + id + " / rw,relatime - ext4 /dev/sda2 rw\n", true);
        row("Docker on devicemapper",
            "812 701 253:3 /rootfs / rw,relatime - xfs /dev/mapper/docker-8:2-1234-" + id + " rw,nouuid\n", true);
        row("Podman: its own root", podmanRoot, true);
        row("Podman: its own root, kernel's overlay",
            "512 420 0:57 / / rw,relatime - overlay overlay "
            "rw,lowerdir=/home/ada/.local/share/containers/storage/overlay/l/A,volatile,userxattr\n",
            true);
        row("Toolbox, Distrobox: the computer's home",
            podmanRoot
                + "530 512 0:38 /home/ada /home/ada rw,nosuid,nodev,relatime master:1 - btrfs /dev/dm-0 "
                  "rw,subvol=/home\n",
            false);
        row("Apptainer: the real home",
            apptainerRoot + "700 641 0:48 /ada /home/ada rw,nosuid,nodev,relatime - nfs4 server:/home rw,vers=4.2\n",
            false);
        row("Apptainer --contain: in memory",
            apptainerRoot + "700 641 0:56 /home/ada /home/ada rw,nosuid,nodev,relatime - tmpfs tmpfs rw,size=65536k\n",
            true);
        row("Apptainer --no-home --writable-tmpfs", apptainerRoot, true);
        row("Kubernetes: a claim of its own", dockerRoot + "900 1801 8:32 / /home/ada rw,relatime - ext4 /dev/sdc rw\n",
            false);
        row("Kubernetes: emptyDir",
            dockerRoot
                + "900 1801 8:1 "
                  "/var/lib/kubelet/pods/11111111-1111-1111-1111-111111111111/volumes/kubernetes.io~empty-dir/home "
                  "/home/ada rw,relatime - ext4 /dev/sda1 rw\n",
            true);
        row("Kubernetes: a subfolder of an emptyDir",
            dockerRoot
                + "900 1801 8:1 /var/lib/kubelet/pods/1/volumes/kubernetes.io~empty-dir/home/ada /home/ada rw,relatime "
                  "- ext4 /dev/sda1 rw\n",
            true);
        row("LXC: kept like a computer", "400 1 8:2 /var/lib/lxc/bookworm/rootfs / rw,relatime - ext4 /dev/sda2 rw\n",
            false);
        row("Incus: kept like a computer", "400 1 0:60 /containers/lab / rw,relatime - btrfs /dev/loop3 rw\n", false);
        row("systemd-nspawn --volatile",
            "400 1 0:60 / / rw - overlay overlay rw,lowerdir=/var/lib/machines/lab,upperdir=/tmp/x\n", true);
        row("a virtual computer made of an image", "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n", false);
        row("no list", {}, false);
    }
    void takesAway()
    {
        QFETCH(QByteArray, mounts);
        TestSupport::ContainerRoot root;
        root.mounts(mounts);
        root.set(u"container"_s, u"a program"_s);
        QTEST(root.look().takesAway(u"/home/ada/.config/napari"_s), "taken");
    }
    void whatAFlatpakMayNotKeepIsTakenAway()
    {
        TestSupport::ContainerRoot root;
        root.mounts("30 1 0:40 / / ro,nosuid,nodev - tmpfs tmpfs rw\n"
                    "31 30 8:2 /home/ada/.var/app/org.napari /home/ada/.var/app/org.napari rw - ext4 /dev/sda2 rw\n");
        root.set(u"container"_s, u"flatpak"_s);
        QVERIFY(
            !root.look().takesAway(u"/home/ada/.var/app/org.napari/config/napari"_s)); // where its XDG_CONFIG_HOME is
        QVERIFY(root.look().takesAway(u"/home/ada/.config/napari"_s));
    }
    /// Live media and guest sessions are no containers: there the person is the same for as long as it lasts.
    void outsideOfContainersNothingIsTakenAway()
    {
        const TestSupport::ContainerRoot root;
        root.mounts("30 1 0:27 / / rw,relatime - overlay /cow rw,upperdir=/cow/upper\n");
        QCOMPARE(root.look().program(), QString());
        QVERIFY(!root.look().takesAway(u"/home/ada"_s));
    }
};

QTEST_GUILESS_MAIN(TestContainer)
#include "tst_container.moc"
