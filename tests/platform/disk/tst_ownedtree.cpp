#include "platform/disk/ownedtree.h"

#include "platform/disk/privategroup_posix.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kind = OwnedEntry::Kind;
using Outcome = OwnedEntry::Opened::Outcome;

/// What each of it means for a package is in tst_packageverifier.
class TestOwnedTree : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray native(const QString &name) const { return QFile::encodeName(path(name)); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write");
    }
    [[nodiscard]] OwnedEntry::Opened root() const { return OwnedEntry::openFolder(m_folder->path()); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        put(u"file"_s, "bytes");
        QVERIFY(QDir().mkpath(path(u"folder"_s)));
        QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
        QCOMPARE(::mkfifo(native(u"pipe"_s).constData(), S_IRUSR | S_IWUSR), 0);
    }
    void kindsAreToldWithoutOpening()
    {
        const auto folder = root();
        QVERIFY(folder.entry);
        QCOMPARE(folder.entry->kindOf("file").value(), Kind::File);
        QCOMPARE(folder.entry->kindOf("folder").value(), Kind::Folder);
        QCOMPARE(folder.entry->kindOf("link").value(), Kind::Link);
        QCOMPARE(folder.entry->kindOf("pipe").value(), Kind::Other);
        QCOMPARE(folder.entry->kindOf("absent").error().detail, qt_error_string(ENOENT));
    }
    void onlyWhatIsWantedIsOpened_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("a file") << QByteArray("file") << Kind::File << Outcome::Open;
        QTest::newRow("a folder") << QByteArray("folder") << Kind::Folder << Outcome::Open;
        QTest::newRow("a folder for a file") << QByteArray("folder") << Kind::File << Outcome::WrongKind;
        QTest::newRow("a file for a folder") << QByteArray("file") << Kind::Folder << Outcome::WrongKind;
        QTest::newRow("a link") << QByteArray("link") << Kind::File << Outcome::Link;
        QTest::newRow("a pipe that nobody writes to") << QByteArray("pipe") << Kind::File << Outcome::WrongKind;
        QTest::newRow("nothing") << QByteArray("absent") << Kind::File << Outcome::Absent;
    }
    void onlyWhatIsWantedIsOpened()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const Kind, kind);
        QFETCH(const Outcome, outcome);
        const auto opened = root().entry->open(name, kind);
        QCOMPARE(opened.outcome, outcome);
        QCOMPARE(bool(opened.entry), outcome == Outcome::Open);
    }
    void aFolderIsTheOneThatWasOpenedWhateverHasItsNameLater()
    {
        const auto folder = root().entry->open("folder", Kind::Folder);
        QVERIFY(QDir().rename(path(u"folder"_s), path(u"moved"_s)));
        put(u"moved/inside"_s, "here");
        QVERIFY(QDir().mkpath(path(u"folder"_s)));
        put(u"folder/inside"_s, "there");
        QCOMPARE(folder.entry->open("inside", Kind::File).entry->read(10).value().view(), QByteArray("here"));
    }
    void namesAreSortedAndNotReadWithoutEnd()
    {
        const auto names = root().entry->names(4);
        QCOMPARE(names.value(), QByteArrayList({"file", "folder", "link", "pipe"}));
        QCOMPARE(root().entry->names(3).error().code, Error::Code::TooLarge);
    }
    void noMoreIsReadThanWanted()
    {
        QCOMPARE(root().entry->open("file", Kind::File).entry->read(5).value().view(), QByteArray("bytes"));
        QCOMPARE(root().entry->open("file", Kind::File).entry->read(4).error().code, Error::Code::TooLarge);
    }
    void aFileThatGrowsIsNotReadToItsNewEnd()
    {
        const auto opened = root().entry->open("file", Kind::File);
        put(u"file"_s, "bytes and more");
        QCOMPARE(opened.entry->read(100).error().code, Error::Code::Busy);
    }
    void ownersAndWritersAreTold()
    {
        const auto changed = [&](mode_t mode, uid_t owner, gid_t group) {
            if (::chown(native(u"file"_s).constData(), owner, group) != 0
                || ::chmod(native(u"file"_s).constData(), mode) != 0)
                qFatal("can't change");
            return root().entry->open("file", Kind::File);
        };
        const uid_t user = ::geteuid();
        const gid_t group = ::getegid();
        QVERIFY(changed(0600, user, group).entry->belongsToUserOrSystem());
        QVERIFY(!changed(0644, user, group).entry->isWritableByOthers());
        QVERIFY(changed(0602, user, group).entry->isWritableByOthers());
        QCOMPARE(changed(0664, user, group).entry->isWritableByOthers(), !isPrivateGroup(group));
        if (user != 0)
            QSKIP("the rest needs root");
        QVERIFY(!changed(0600, 65534, 0).entry->belongsToUserOrSystem());
        QVERIFY(changed(0664, 0, 100).entry->isWritableByOthers());
    }
};

QTEST_GUILESS_MAIN(TestOwnedTree)
#include "tst_ownedtree.moc"
