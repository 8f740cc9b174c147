#include "platform/disk/privatefiles.h"

#include "support/ordinaryuser.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPrivateFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewFolderIsItsOwnersAlone()
    {
        const QTemporaryDir root;
        const QString folder = root.filePath(u"a/b"_s);
        QVERIFY(makePrivateFolder(folder).ok());
        QCOMPARE(QFile::permissions(folder) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther),
                 QFileDevice::Permissions());
        QVERIFY(makePrivateFolder(folder).ok());
    }
    void anExistingFolderKeepsItsMode()
    {
        const QTemporaryDir root;
        const QString folder = root.filePath(u"shared"_s);
        QVERIFY(QDir().mkdir(folder));
        const auto before = QFile::permissions(folder);
        QVERIFY(makePrivateFolder(folder).ok());
        QCOMPARE(QFile::permissions(folder), before);
    }
    void aNewFileIsItsOwnersAlone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"new"_s));
        QVERIFY(openPrivate(file, QIODevice::WriteOnly | QIODevice::NewOnly));
        QCOMPARE(file.permissions(), privateFile | QFileDevice::ReadUser | QFileDevice::WriteUser);
        QFile again(file.fileName());
        QCOMPARE(openPrivate(again, QIODevice::WriteOnly | QIODevice::NewOnly).error().code, Error::Code::Io);
    }
    void noFileIsToldFromOneThatIsRefused()
    {
        const QTemporaryDir folder;
        QFile absent(folder.filePath(u"absent"_s));
        QCOMPARE(openPrivate(absent, QIODevice::ReadOnly).error().code, Error::Code::NotFound);
        QVERIFY(!absent.exists());
        QVERIFY(QFile::link(u"/nonexistent"_s, folder.filePath(u"link"_s)));
        QFile link(folder.filePath(u"link"_s));
        QCOMPARE(openPrivate(link, QIODevice::ReadOnly).error().code, Error::Code::Io);
        QFile itself(folder.path());
        QCOMPARE(openPrivate(itself, QIODevice::ReadOnly).error().code, Error::Code::Io);
    }
    void nothingIsLeftOfWhatIsShredded()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"secret"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("secret") == 6 && file.flush());
        QVERIFY(shred(name));
        QVERIFY(!QFile::exists(name));
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), QByteArray());
        QVERIFY(shred(name)); // there is none
    }
    void whatIsAnothersIsOutOfReachWhereItCanBeReplaced_data() { TestSupport::addModes(); }
    void whatIsAnothersIsOutOfReachWhereItCanBeReplaced()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        const QTemporaryDir folder;
        const QTemporaryDir theirs;
        QVERIFY(QFile::setPermissions(theirs.path(), QFile::permissions(theirs.path()) | TestSupport::enteredByAll));
        const QString name = folder.filePath(u"file"_s);
        const QString inTheirs = theirs.filePath(u"file"_s);
        for (const QString &path : {name, inTheirs}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("secret") == 6 && file.setPermissions(mode));
        }
        QVERIFY(!isOutOfReach(name)); // root's own
        const TestSupport::OrdinaryUser user(folder.path());
        QVERIFY(isOutOfReach(name));
        QVERIFY(!isAbandoned(name)); // somebody may be at it
        QVERIFY(!isOutOfReach(inTheirs));
        QVERIFY(!isOutOfReach(folder.filePath(u"absent"_s)));
        QVERIFY(!isOutOfReach(folder.path()));
        QVERIFY(shred(name)); // it goes, though it can't be overwritten
        QVERIFY(!QFile::exists(name));
        QVERIFY(!shred(inTheirs));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
