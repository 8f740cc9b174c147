#include "platform/disk/dataplace.h"

#include "support/containerroot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDataPlace : public QObject
{
    Q_OBJECT
private:
    /// Of folders below another one: home is `home`, temporary is `temp`.
    static Container outside() { return Container(u"/nonexistent"_s, {}); }
    static DataPlace judge(const QTemporaryDir &root, const QString &folder, const QString &home = u"home"_s)
    {
        return dataPlace(root.filePath(folder), root.filePath(home), {root.filePath(u"temp"_s)}, outside());
    }
    static void put(const QTemporaryDir &root, const QString &name)
    {
        QVERIFY(QDir(root.path()).mkpath(name.left(name.lastIndexOf(u'/'))));
        if (name.endsWith(u'/'))
            return;
        QFile file(root.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("place");
        const int lasting = static_cast<int>(DataPlace::Lasting);
        const int temporary = static_cast<int>(DataPlace::Temporary);
        const int synced = static_cast<int>(DataPlace::Synced);
        QTest::newRow("the usual one") << u"home/.local/share/napari/telemetry"_s << lasting;
        QTest::newRow("of macOS") << u"home/Library/Application Support/napari/telemetry"_s << lasting;
        QTest::newRow("temporary") << u"temp/x/napari/telemetry"_s << temporary;
        QTest::newRow("begins like the temporary one") << u"temporal/napari"_s << lasting;
        QTest::newRow("Dropbox") << u"home/Dropbox/data/napari/telemetry"_s << synced;
        QTest::newRow("Dropbox of a company") << u"home/Dropbox (Lab)/napari"_s << synced;
        QTest::newRow("a word that begins so") << u"home/dropboxes/napari"_s << lasting;
        QTest::newRow("OneDrive of a company") << u"home/OneDrive - Some University/napari"_s << synced;
        QTest::newRow("Google Drive") << u"home/Google Drive/napari"_s << synced;
        QTest::newRow("macOS") << u"home/Library/CloudStorage/x/napari"_s << synced;
        QTest::newRow("iCloud") << u"home/Library/Mobile Documents/x"_s << synced;
        QTest::newRow("Nextcloud") << u"home/Nextcloud/napari"_s << synced;
        QTest::newRow("a Box") << u"home/Box/napari"_s << synced;
        QTest::newRow("another disk") << u"mnt/Dropbox/napari"_s << synced;
    }
    void names()
    {
        QFETCH(QString, folder);
        const QTemporaryDir root;
        QTEST(static_cast<int>(judge(root, folder)), "place");
    }
    void marks_data()
    {
        QTest::addColumn<QString>("mark"); // with a slash at its end it is a folder
        QTest::newRow("Syncthing") << u".stfolder"_s;
        QTest::newRow("Syncthing today") << u".stfolder/"_s;
        QTest::newRow("Dropbox") << u".dropbox"_s;
        QTest::newRow("Dropbox, its cache") << u".dropbox.cache/"_s;
        QTest::newRow("Nextcloud") << u".sync_0a1b2c.db"_s;
        QTest::newRow("ownCloud") << u"._sync_0a1b2c.db"_s;
        QTest::newRow("OneDrive on macOS") << u".849C9593-D756-4E56-8D6E-42412F2A707B"_s;
        QTest::newRow("MEGA") << u".megaignore"_s;
        QTest::newRow("Seafile") << u".seafile-data/"_s;
        QTest::newRow("Resilio") << u".sync/ID"_s;
        QTest::newRow("Google Drive") << u".tmp.driveupload/"_s;
    }
    void marks()
    {
        QFETCH(QString, mark);
        const QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"home/share/napari"_s));
        QCOMPARE(judge(root, u"home/share/napari/telemetry"_s), DataPlace::Lasting);
        put(root, u"home/"_s + mark);
        QCOMPARE(judge(root, u"home/share/napari/telemetry"_s), DataPlace::Synced);
    }
    /// What such programs put beside the folders that they copy: in the home of everybody who uses them.
    void theirOwnSettingsMarkNothing_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::newRow("Dropbox") << u"home/.dropbox/info.json"_s;
        QTest::newRow("Dropbox's program") << u"home/.dropbox-dist/VERSION"_s;
        QTest::newRow("Nextcloud") << u"home/.config/Nextcloud/nextcloud.cfg"_s;
        QTest::newRow("Syncthing") << u"home/.local/state/syncthing/config.xml"_s;
        QTest::newRow("Resilio") << u"home/.sync/sync.conf"_s;
        QTest::newRow("Seafile") << u"home/.ccnet/seafile.ini"_s;
        QTest::newRow("OneDrive on Linux") << u"home/.config/onedrive/items.sqlite3"_s;
        QTest::newRow("MEGA") << u"home/.local/share/data/Mega Limited/MEGAsync/MEGAsync.cfg"_s;
    }
    void theirOwnSettingsMarkNothing()
    {
        QFETCH(QString, settings);
        const QTemporaryDir root;
        put(root, settings);
        QVERIFY(QDir(root.path()).mkpath(u"home/Dropbox"_s)); // what is copied lies beside
        QCOMPARE(judge(root, u"home/.local/share/napari/telemetry"_s), DataPlace::Lasting);
    }
    void linksAreFollowed()
    {
        const QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"home/Dropbox/napari"_s));
        QVERIFY(QDir(root.path()).mkpath(u"temp/napari"_s));
        QVERIFY(QFile::link(root.filePath(u"home/Dropbox/napari"_s), root.filePath(u"home/synced"_s)));
        QVERIFY(QFile::link(root.filePath(u"temp/napari"_s), root.filePath(u"home/scratch"_s)));
        QCOMPARE(judge(root, u"home/synced/telemetry"_s), DataPlace::Synced);
        QCOMPARE(judge(root, u"home/scratch/telemetry"_s), DataPlace::Temporary);
    }
    void whatGoesWithAContainerIsThrownAway()
    {
        const QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"home/.config"_s));
        QVERIFY(QFile::link(root.filePath(u"home/.config"_s), root.filePath(u"link"_s)));
        TestSupport::ContainerRoot inside;
        inside.set(u"container"_s, u"podman"_s);
        const QByteArray kept = "25 1 8:2 / / rw - ext4 /dev/sda2 rw\n";
        const auto place = [&](const QString &folder) {
            return dataPlace(root.filePath(folder), root.filePath(u"home"_s), {}, inside.look());
        };
        inside.mounts(kept);
        QCOMPARE(place(u"home/.config/napari"_s), DataPlace::Lasting);
        inside.mounts(kept + "26 25 0:50 / " + QFile::encodeName(root.filePath(u"home"_s)) + " rw - tmpfs tmpfs rw\n");
        QCOMPARE(place(u"home/.config/napari"_s), DataPlace::ThrownAway);
        QCOMPARE(place(u"link/napari"_s), DataPlace::ThrownAway);
        QCOMPARE(place(u"elsewhere"_s), DataPlace::Lasting);
    }
    /// There is no better place for them; and people may be called like a program.
    void homesAreAsTheyAre()
    {
        const QTemporaryDir root;
        QCOMPARE(judge(root, u"temp/ada/.local/share/napari"_s, u"temp/ada"_s), DataPlace::Lasting);
        QCOMPARE(judge(root, u"users/box/.local/share/napari"_s, u"users/box"_s), DataPlace::Lasting);
        QCOMPARE(judge(root, u"users/box/Box/napari"_s, u"users/box"_s), DataPlace::Synced);
    }
};

QTEST_GUILESS_MAIN(TestDataPlace)
#include "tst_dataplace.moc"
