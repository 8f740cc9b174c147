#include "client/package/disk/packagefolder.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPackageFolder : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_site;
    QString path() const { return m_site.filePath(u"package"_s); }
private Q_SLOTS:
    void cleanup() { QVERIFY(QDir(path()).removeRecursively()); }
    void isThereWhenAnythingIs()
    {
        const PackageFolder folder(path());
        QVERIFY(!folder.exists());
        QVERIFY(QDir().mkdir(path()));
        QVERIFY(folder.exists());
        QVERIFY(QDir(path()).removeRecursively());
        QVERIFY(QFile::link(u"/nowhere"_s, path()));
        QVERIFY(folder.exists()); // a broken link is in the way, too
        QVERIFY(QFile::remove(path()));
    }
    void comingAndGoingAreToldOnceEach()
    {
        PackageFolder folder(path());
        QSignalSpy touched(&folder, &PackageFolder::touched);
        folder.watch();
        folder.watch();
        QVERIFY(QDir().mkdir(path()));
        QVERIFY(QDir().mkdir(path() + "/more"_L1)); // before it has settled
        QTRY_COMPARE(touched.size(), 1);
        QVERIFY(QDir(path()).removeRecursively());
        QTRY_COMPARE(touched.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPackageFolder)
#include "tst_packagefolder.moc"
