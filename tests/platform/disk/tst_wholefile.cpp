#include "platform/disk/wholefile.h"

#include "platform/disk/privatefiles.h"
#include "platform/disk/unfinishedfile.h"
#include "support/ordinaryuser.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using WholeFile::Folder;

class TestWholeFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"record.json"_s); }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write");
    }
    static mode_t modeOf(const QString &path)
    {
        struct stat status = {};
        return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(nothing)");
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsReadAndNothingElseIsLeft()
    {
        for (const char *text : {"first", "second", ""}) {
            QVERIFY(WholeFile::write(path(), text, Folder::Ours));
            QCOMPARE(WholeFile::read(path())->value(), QByteArray(text));
            QCOMPARE(names(), QStringList{u"record.json"_s});
        }
    }
    void noFileIsNotAnError()
    {
        QVERIFY(!WholeFile::read(path()));
        QVERIFY(!WholeFile::read(m_folder->filePath(u"no/folder/either"_s)));
    }
    /// They may forbid what we would do.
    void whatCanNotBeReadIsAnError()
    {
        QVERIFY(QFile::link(u"/nonexistent"_s, path()));
        QCOMPARE(WholeFile::read(path())->error().code, Error::Code::Io);
        QCOMPARE(WholeFile::read(m_folder->path())->error().code, Error::Code::Io);
        QVERIFY(!WholeFile::read(m_folder->path())->error().detail.isEmpty());
    }
    void noMoreIsReadThanWanted()
    {
        put(path(), "12345");
        QCOMPARE(WholeFile::read(path(), 5)->value(), QByteArray("12345"));
        QCOMPARE(WholeFile::read(path(), 4)->error().code, Error::Code::TooLarge);
    }
    void isItsOwnersAloneWhateverItWas_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("mask");
        QTest::newRow("new") << -1 << 0;
        QTest::newRow("readable by all") << 0644 << 022;
        QTest::newRow("only to read") << 0400 << 077;
    }
    void isItsOwnersAloneWhateverItWas()
    {
        QFETCH(const int, mode);
        QFETCH(const int, mask);
        const mode_t before = ::umask(static_cast<mode_t>(mask));
        if (mode >= 0) {
            put(path(), "old");
            QCOMPARE(::chmod(QFile::encodeName(path()).constData(), static_cast<mode_t>(mode)), 0);
        }
        const auto written = WholeFile::write(path(), "new", Folder::Ours);
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(modeOf(path()), mode_t(0600));
        QCOMPARE(contentOf(path()), QByteArray("new"));
    }
    void aFileOfSomebodyElseIsReplaced()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        put(path(), "theirs");
        QCOMPARE(::chown(QFile::encodeName(path()).constData(), 65534, 65534), 0);
        QVERIFY(WholeFile::write(path(), "ours", Folder::Ours));
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
        QCOMPARE(status.st_uid, ::geteuid());
        QCOMPARE(modeOf(path()), mode_t(0600));
    }
    void makesItsFolderAsItIsTold()
    {
        const mode_t before = ::umask(022);
        const bool ours = WholeFile::write(m_folder->filePath(u"a/b/ours/file"_s), "x", Folder::Ours).ok();
        const bool shared = WholeFile::write(m_folder->filePath(u"c/shared/file"_s), "x", Folder::Shared).ok();
        ::umask(before);
        QVERIFY(ours && shared);
        QCOMPARE(modeOf(m_folder->filePath(u"a/b/ours"_s)), mode_t(0700));
        QCOMPARE(modeOf(m_folder->filePath(u"c/shared"_s)), mode_t(0755));
        QCOMPARE(modeOf(m_folder->filePath(u"c/shared/file"_s)), mode_t(0600));
    }
    void aLinkStaysOne()
    {
        const QString real = m_folder->filePath(u"elsewhere/real"_s);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"elsewhere"_s)));
        QVERIFY(QFile::link(real, path()));
        for (const char *text : {"made", "replaced"}) {
            QVERIFY(WholeFile::write(path(), text, Folder::Ours));
            QVERIFY(QFileInfo(path()).isSymLink());
            QCOMPARE(contentOf(real), QByteArray(text));
        }
    }
    void whoHasTheOldOneOpenKeepsIt()
    {
        put(path(), "old");
        QFile old(path());
        QVERIFY(openPrivate(old, QIODevice::ReadOnly));
        QVERIFY(WholeFile::write(path(), "new", Folder::Ours));
        QCOMPARE(old.readAll(), QByteArray("old"));
    }
    void aRefusalLeavesTheOldOneAndSaysTheSystemsWords()
    {
        QVERIFY(QDir().mkpath(path() + u"/inside"_s)); // what can't be renamed over
        const auto onFolder = WholeFile::write(path(), "new", Folder::Ours);
        QVERIFY(!onFolder);
        QCOMPARE(onFolder.error().code, Error::Code::Io);
        QCOMPARE(onFolder.error().detail, qt_error_string(EISDIR));
        QCOMPARE(names(), QStringList{u"record.json"_s});
        const auto inFile = WholeFile::write(u"/dev/null/record.json"_s, "new", Folder::Shared);
        QCOMPARE(inFile.error().code, Error::Code::Io);
        QVERIFY(!WholeFile::writeForUser(m_folder->filePath(u"no/folder"_s), "x"));
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"no"_s)));
    }
    void aUsersFileKeepsItsMode_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("new") << -1;
        QTest::newRow("private") << 0600;
        QTest::newRow("shared with a group") << 0664;
    }
    void aUsersFileKeepsItsMode()
    {
        QFETCH(const int, mode);
        if (mode >= 0) {
            put(path(), "old");
            QCOMPARE(::chmod(QFile::encodeName(path()).constData(), static_cast<mode_t>(mode)), 0);
        }
        const mode_t before = ::umask(027);
        const auto written = WholeFile::writeForUser(path(), "new");
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(modeOf(path()), mode >= 0 ? static_cast<mode_t>(mode) : mode_t(0640));
        QCOMPARE(contentOf(path()), QByteArray("new"));
    }
    void whatAKilledProcessLeftGoesWithTheNextWrite()
    {
        QString left;
        {
            auto unfinished = UnfinishedFile::make(m_folder->path(), UnfinishedFile::Mode::Private);
            QVERIFY(unfinished && unfinished.value()->write("a secret"));
            left = m_folder->filePath(names().first());
            QVERIFY(WholeFile::write(path(), "one", Folder::Ours));
            QCOMPARE(contentOf(left), QByteArray("a secret")); // somebody is at it
        }
        QVERIFY(!QFileInfo::exists(left));
        put(left, "a secret");
        QFile witness(left);
        QVERIFY(witness.open(QIODevice::ReadOnly));
        QVERIFY(WholeFile::write(path(), "two", Folder::Ours));
        QCOMPARE(names(), QStringList{u"record.json"_s});
        QCOMPARE(witness.readAll(), QByteArray()); // overwritten, not only without a name
    }
    void inAUsersFolderNothingIsOverwrittenByItsName()
    {
        QString left;
        {
            const auto unfinished = UnfinishedFile::make(m_folder->path(), UnfinishedFile::Mode::Usual);
            QVERIFY(unfinished);
            left = m_folder->filePath(names().first());
        }
        put(m_folder->filePath(u"precious"_s), "precious");
        QCOMPARE(::link(QFile::encodeName(m_folder->filePath(u"precious"_s)).constData(),
                        QFile::encodeName(left).constData()),
                 0);
        QVERIFY(QFile::link(m_folder->filePath(u"precious"_s), left + u"2"_s));
        QVERIFY(WholeFile::writeForUser(path(), "events"));
        QCOMPARE(contentOf(m_folder->filePath(u"precious"_s)), QByteArray("precious"));
        QVERIFY(!QFileInfo::exists(left));
        QVERIFY(QFileInfo(left + u"2"_s).isSymLink());
    }
    void aFileOfAnotherUserIsReplaced_data() { TestSupport::addModes(); }
    void aFileOfAnotherUserIsReplaced()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        put(path(), "theirs");
        QVERIFY(QFile::setPermissions(path(), mode));
        {
            const TestSupport::OrdinaryUser user(m_folder->path());
            QVERIFY(WholeFile::write(path(), "ours", Folder::Shared));
            QCOMPARE(WholeFile::read(path())->value(), "ours"_ba);
            QCOMPARE(QFileInfo(path()).ownerId(), uint(::geteuid()));
        }
        QCOMPARE(modeOf(path()), mode_t(0600));
        QCOMPARE(names(), QStringList{u"record.json"_s});
    }
    void whatCantBeReplacedIsTakenAwayOrEmptied()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QVERIFY(WholeFile::takeAway(path())); // nothing is there
        put(path(), "theirs");
        const QTemporaryDir locked;
        QVERIFY(QFile::setPermissions(locked.path(), QFile::permissions(locked.path()) | TestSupport::enteredByAll));
        const QString writable = locked.filePath(u"writable"_s);
        const QString fixed = locked.filePath(u"fixed"_s);
        for (const QString &file : {writable, fixed})
            put(file, "yes");
        QVERIFY(QFile::setPermissions(writable, QFile::permissions(writable) | TestSupport::readByAll
                                                    | QFile::WriteGroup | QFile::WriteOther));
        {
            const TestSupport::OrdinaryUser user(m_folder->path());
            QVERIFY(WholeFile::takeAway(path()));
            QVERIFY(WholeFile::takeAway(writable));
            QVERIFY(!WholeFile::takeAway(fixed));
        }
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(contentOf(writable), ""_ba);
        QCOMPARE(contentOf(fixed), "yes"_ba);
    }
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
