#include "client/collect/disk/dataplace.h"

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
    static DataPlace judge(const QTemporaryDir &root, const QString &folder, const QString &home = u"home"_s)
    {
        return dataPlace(root.filePath(folder), root.filePath(home), {root.filePath(u"temp"_s)});
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
        QTest::addColumn<QString>("mark");
        QTest::newRow("Syncthing") << u".stfolder"_s;
        QTest::newRow("Dropbox") << u".dropbox"_s;
        QTest::newRow("Nextcloud") << u".sync_0a1b2c.db"_s;
    }
    void marks()
    {
        QFETCH(QString, mark);
        const QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"home/share/napari"_s));
        QCOMPARE(judge(root, u"home/share/napari/telemetry"_s), DataPlace::Lasting);
        QFile file(root.filePath(u"home/"_s + mark));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(judge(root, u"home/share/napari/telemetry"_s), DataPlace::Synced);
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
