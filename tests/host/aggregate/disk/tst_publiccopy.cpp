#include "host/aggregate/disk/publiccopy.h"

#include "support/rawfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// By the real rsync; see tools/setup/packages-test.txt.
class TestPublicCopy : public QObject
{
    Q_OBJECT

    const QByteArray m_searched = qgetenv("PATH");
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_folder;
    QString m_place;

    void write(const QString &path, const QByteArray &bytes, QFile::Permissions rights = {}) const
    {
        QFile file(m_directory->filePath(path));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(bytes) != bytes.size() || (rights && !file.setPermissions(rights)))
            qFatal("no file");
    }
    /// Before all others of this name.
    void program(const QString &name, const QByteArray &script) const
    {
        write(u"bin/"_s + name, "#!/bin/sh\n" + script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", QFile::encodeName(m_directory->filePath(u"bin"_s)) + ':' + m_searched);
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_folder = m_directory->filePath(u"public"_s);
        m_place = m_directory->filePath(u"place"_s);
        write(u"public/index.json"_s, "{}");
        write(u"public/tables/users.json"_s, "[1]");
    }
    void cleanup() { qputenv("PATH", m_searched); }
    void makesThePlace()
    {
        QVERIFY(copyPublicFolder(m_folder, m_place).ok());
        QCOMPARE(TestSupport::tree(m_place), TestSupport::tree(m_folder));
        QCOMPARE(QFileInfo(m_place + u"/index.json"_s).lastModified(),
                 QFileInfo(m_folder + u"/index.json"_s).lastModified());
    }
    void copiesWhatChanged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes"); // null: it is deleted
        QTest::newRow("nothing") << QString() << QByteArray();
        QTest::newRow("a new file") << u"tables/plugins.json"_s << "[2]"_ba;
        QTest::newRow("a new file in a new folder") << u"periods/2026-11.json"_s << "{}"_ba;
        QTest::newRow("a hidden file") << u".well-known/security.txt"_s << "us"_ba;
        QTest::newRow("a longer file") << u"index.json"_s << "{\"weeks\":[]}"_ba;
        QTest::newRow("a deleted file") << u"index.json"_s << QByteArray();
        QTest::newRow("a deleted folder") << u"tables"_s << QByteArray();
    }
    void copiesWhatChanged()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QVERIFY(copyPublicFolder(m_folder, m_place).ok());
        const QString path = m_folder + u'/' + file;
        if (!bytes.isNull())
            write(u"public/"_s + file, bytes);
        else if (!file.isEmpty())
            QVERIFY(QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path));
        QVERIFY(copyPublicFolder(m_folder, m_place).ok());
        QCOMPARE(TestSupport::tree(m_place), TestSupport::tree(m_folder));
        QCOMPARE(QDir(m_place).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    /// A number that was removed within a second of its publishing would stay.
    void copiesWhatHasTheSameSizeAndTime()
    {
        const QDateTime time(QDate(2026, 12, 22), QTime(6, 0), Qt::UTC);
        for (const QByteArray &bytes : {"[45]"_ba, "[50]"_ba}) {
            write(u"public/tables/users.json"_s, bytes);
            QFile file(m_folder + u"/tables/users.json"_s);
            QVERIFY(file.open(QIODevice::Append));
            QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
            file.close();
            QVERIFY(copyPublicFolder(m_folder, m_place).ok());
            QCOMPARE(TestSupport::tree(m_place), TestSupport::tree(m_folder));
        }
    }
    void refusesAFolderOfSomethingElse()
    {
        write(u"place/thesis.tex"_s, "hello");
        const auto copied = copyPublicFolder(m_folder, m_place);
        QVERIFY(!copied.ok());
        QVERIFY(copied.error().detail.contains(u"holds other files"_s));
        QCOMPARE(TestSupport::tree(m_place).keys(), QStringList{u"thesis.tex"_s});
    }
    /// A copy of the public folder alone is no place for a site, and the other way round.
    void refusesACopyOfAnotherKind()
    {
        write(u"place/index.json"_s, "{}");
        write(u"site/pages.css"_s, "x");
        write(u"site/data/index.json"_s, "{}");
        const QString site = m_directory->filePath(u"site"_s);
        QVERIFY(copyPublicFolder(site, m_place, u"pages.css"_s).error().detail.contains(u"holds other files"_s));
        QCOMPARE(TestSupport::tree(m_place).keys(), QStringList{u"index.json"_s});
        const QString place = m_directory->filePath(u"new"_s);
        for (int i = 0; i < 2; ++i)
            QVERIFY(copyPublicFolder(site, place, u"pages.css"_s).ok());
        QCOMPARE(TestSupport::tree(place), TestSupport::tree(site));
        QVERIFY(!copyPublicFolder(m_folder, place).ok());
    }
    void deletesWhatOthersPutThere()
    {
        QVERIFY(copyPublicFolder(m_folder, m_place).ok());
        write(u"place/index.html"_s, "hello");
        QVERIFY(copyPublicFolder(m_folder, m_place).ok());
        QCOMPARE(TestSupport::tree(m_place), TestSupport::tree(m_folder));
    }
    void aPlaceThatBeginsLikeAnOptionIsAPlace()
    {
        const QString old = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_directory->path()));
        const auto copied = copyPublicFolder(m_folder, u"--delete"_s);
        QVERIFY(QDir::setCurrent(old));
        QVERIFY(copied.ok());
        QCOMPARE(TestSupport::tree(m_directory->filePath(u"--delete"_s)), TestSupport::tree(m_folder));
    }
    void aPlaceThatCanNotBeWrittenIsAnError()
    {
        write(u"file"_s, "x");
        const QString place = m_directory->filePath(u"file/place"_s);
        const auto copied = copyPublicFolder(m_folder, place);
        QCOMPARE(copied.error().code, Error::Code::Io);
        QVERIFY2(copied.error().detail.startsWith(place + u": "_s), qPrintable(copied.error().detail));
        QVERIFY2(copied.error().detail.contains(u"Not a directory"_s), qPrintable(copied.error().detail));
        QVERIFY2(!copied.error().detail.contains(u"rsync error"_s), qPrintable(copied.error().detail));
        QVERIFY(!copied.error().detail.contains(u'\n'));
    }
    void aFolderThatIsMissingDeletesNothing()
    {
        QVERIFY(copyPublicFolder(m_folder, m_place).ok());
        const auto before = TestSupport::tree(m_place);
        const auto copied = copyPublicFolder(m_directory->filePath(u"missing"_s), m_place);
        QCOMPARE(copied.error().code, Error::Code::Io);
        QVERIFY2(copied.error().detail.contains(u"No such file or directory"_s), qPrintable(copied.error().detail));
        QCOMPARE(TestSupport::tree(m_place), before);
    }
    /// ssh is told not to ask for a password: nobody is there.
    void aRefusalIsToldInTheWordsOfSsh()
    {
        program(u"ssh"_s, "echo \"$*\" >\"$(dirname \"$0\")/asked\"\n"
                          "echo 'publisher@public.example: Permission denied (publickey).\r' >&2\nexit 255\n");
        const auto copied = copyPublicFolder(m_folder, u"publisher@public.example:/srv/public"_s);
        QCOMPARE(copied.error().code, Error::Code::Io);
        QVERIFY2(
            copied.error().detail.startsWith(
                u"publisher@public.example:/srv/public: publisher@public.example: Permission denied (publickey)."_s),
            qPrintable(copied.error().detail));
        QVERIFY(!copied.error().detail.contains(u'\r'));
        const QByteArray asked = TestSupport::resource(m_directory->filePath(u"bin/asked"_s));
        QVERIFY2(asked.startsWith("-oBatchMode=yes "), asked.constData());
        QVERIFY2(asked.contains("public.example rsync --server"), asked.constData());
        QVERIFY2(asked.trimmed().endsWith("/srv/public/"), asked.constData());
    }
    void manyWordsAreCut()
    {
        program(u"rsync"_s, "i=0; while [ $i -lt 1000 ]; do echo \"line $i\"; i=$((i + 1)); done; exit 23\n");
        const auto copied = copyPublicFolder(m_folder, m_place);
        QCOMPARE(copied.error().code, Error::Code::Io);
        QCOMPARE(copied.error().detail, m_place + u": line 0; line 1; line 2; line 3; line 4"_s);
    }
    void itMayEndWithoutAWord_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("failed") << "exit 12\n"_ba;
        QTest::newRow("killed") << "kill -9 $$\n"_ba;
    }
    void itMayEndWithoutAWord()
    {
        QFETCH(QByteArray, script);
        program(u"rsync"_s, script);
        const auto copied = copyPublicFolder(m_folder, m_place);
        QCOMPARE(copied.error().code, Error::Code::Io);
        QCOMPARE(copied.error().detail, m_place + u": rsync ended without a word"_s);
    }
    void withoutRsyncNothingIsCopied()
    {
        qputenv("PATH", QFile::encodeName(m_directory->path()));
        const auto copied = copyPublicFolder(m_folder, m_place);
        QCOMPARE(copied.error().code, Error::Code::Io);
        QCOMPARE(copied.error().detail, u"rsync can't be started; install it"_s);
        QVERIFY(!QFileInfo::exists(m_place));
    }
};

QTEST_GUILESS_MAIN(TestPublicCopy)
#include "tst_publiccopy.moc"
