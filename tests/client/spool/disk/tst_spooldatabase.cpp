#include "client/spool/disk/spooldatabase.h"

#include "support/ordinaryuser.h"
#include "support/spooledevents.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                                            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QVariant one(const SpoolDatabase &database, const QString &sql)
{
    auto query = runSql(database.connection(), sql);
    if (!query)
        return {};
    QSqlQuery row = std::move(query).value();
    return row.next() ? row.value(0) : QVariant();
}

} // namespace

class TestSpoolDatabase : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString file() const { return m_folder->filePath(u"private/spool.sqlite"_s); }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesAreTheirOwnersAlone()
    {
        const auto database = SpoolDatabase::open(file());
        QVERIFY2(database.ok(), database ? "" : qPrintable(database.error().detail));
        QVERIFY(runSql(database.value()->connection(), u"UPDATE event SET state = state"_s).ok());
        const QFileInfoList files = QDir(m_folder->filePath(u"private"_s)).entryInfoList(QDir::Files | QDir::Hidden);
        QVERIFY(files.size() >= 2); // the file and its log
        for (const QFileInfo &info : files)
            QVERIFY2(!(info.permissions() & others), qPrintable(info.fileName()));
        QVERIFY(!(QFile::permissions(m_folder->filePath(u"private"_s)) & others));
    }
    void aWiderModeIsNarrowed()
    {
        QVERIFY(SpoolDatabase::open(file()).ok());
        QVERIFY(QFile::setPermissions(file(), QFile::permissions(file()) | QFileDevice::ReadOther));
        QVERIFY(SpoolDatabase::open(file()).ok());
        QVERIFY(!(QFile::permissions(file()) & others));
    }
    void settingsAreAsPromised()
    {
        const auto database = SpoolDatabase::open(file());
        QVERIFY(database.ok());
        QCOMPARE(one(*database.value(), u"PRAGMA secure_delete"_s).toInt(), 1);
        QCOMPARE(one(*database.value(), u"PRAGMA synchronous"_s).toInt(), 2);
        QCOMPARE(one(*database.value(), u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    }
    void onANetworkThereIsNoLogThatNeedsSharedMemory_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("network");
        for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "lustre", "fuse.rclone"})
            QTest::newRow(type) << QByteArray(type) << true;
        for (const char *type : {"ext4", "btrfs", "xfs", "tmpfs", "overlay", "apfs", "ntfs", ""})
            QTest::newRow(type) << QByteArray(type) << false;
    }
    void onANetworkThereIsNoLogThatNeedsSharedMemory()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, network);
        QString asked;
        const auto database = SpoolDatabase::open(file(), [&](const QString &folder) {
            asked = folder;
            return type;
        });
        QVERIFY(database.ok());
        QCOMPARE(asked, m_folder->filePath(u"private"_s));
        QCOMPARE(database.value()->isOnNetwork(), network);
        QCOMPARE(one(*database.value(), u"PRAGMA journal_mode"_s).toString(), network ? u"delete"_s : u"wal"_s);
        QVERIFY(runSql(database.value()->connection(), u"INSERT INTO folded VALUES ('x')"_s).ok());
        QCOMPARE(QFile::exists(file() + u"-wal"_s), !network);
        QCOMPARE(QFile::exists(file() + u"-shm"_s), !network);
    }
    /// A home folder that moves to a server, or back.
    void theJournalFollowsTheFile()
    {
        QVERIFY(SpoolDatabase::open(file()).ok());
        for (const char *type : {"nfs4", "ext4", "nfs4"}) {
            const auto database = SpoolDatabase::open(file(), [type](const QString &) { return QByteArray(type); });
            QVERIFY(database.ok());
            QCOMPARE(one(*database.value(), u"PRAGMA journal_mode"_s).toString(),
                     QByteArray(type) == "nfs4" ? u"delete"_s : u"wal"_s);
        }
    }
    void theConnectionIsGoneWithTheObject()
    {
        QVERIFY(SpoolDatabase::open(file()).ok());
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        // and the log with the last connection
        QCOMPARE(QDir(m_folder->filePath(u"private"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"spool.sqlite"_s});
    }
    void damagedIsSetAsideOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray broken;
        {
            const QTemporaryDir folder;
            const QString name = folder.filePath(u"spool.sqlite"_s);
            QVERIFY(SpoolDatabase::open(name).ok());
            broken = contents(name);
            QVERIFY(broken.size() > 4096);
        }
        QByteArray torn = broken;
        std::fill(torn.begin() + 200, torn.end(), 'x');
        QTest::newRow("not a database") << QByteArray("this is no database, and long enough to tell so").repeated(100);
        QTest::newRow("cut") << broken.first(4096);
        QTest::newRow("overwritten") << torn;
    }
    void damagedIsSetAsideOnce()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"private"_s)));
        write(file(), bytes);
        write(file() + u"-wal"_s, "old log");
        {
            const auto database = SpoolDatabase::open(file());
            QVERIFY2(database.ok(), database ? "" : qPrintable(database.error().detail));
            QCOMPARE(one(*database.value(), u"SELECT count(*) FROM event"_s).toInt(), 0);
            QCOMPARE(contents(database.value()->damagedFile()), bytes);
        }
        QVERIFY(QFile::remove(file() + u".damaged"_s));
        QVERIFY(SpoolDatabase::open(file()).ok());
        QVERIFY(!QFile::exists(file() + u".damaged"_s));
    }
    void anotherTableIsNotOurs()
    {
        {
            const auto database = SpoolDatabase::open(file());
            QVERIFY(runSql(database.value()->connection(), u"DROP TABLE event"_s).ok());
            QVERIFY(runSql(database.value()->connection(), u"CREATE TABLE event (a)"_s).ok());
        }
        const auto database = SpoolDatabase::open(file());
        QVERIFY(database.ok());
        QVERIFY(QFile::exists(database.value()->damagedFile()));
    }
    void aNewerFormatIsLeftAsItIs()
    {
        {
            const auto database = SpoolDatabase::open(file());
            QVERIFY(runSql(database.value()->connection(), u"PRAGMA user_version = 99"_s).ok());
        }
        const QByteArray before = contents(file());
        const auto database = SpoolDatabase::open(file());
        QVERIFY(!database.ok());
        QVERIFY(database.error().code == Error::Code::Unsupported);
        QCOMPARE(contents(file()), before);
        QVERIFY(!QFile::exists(file() + u".damaged"_s));
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    }
    void openExistingMakesNothing()
    {
        const auto database = SpoolDatabase::openExisting(file());
        QVERIFY(!database.ok());
        QVERIFY(database.error().code == Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_folder->filePath(u"private"_s)));
    }
    void openExistingLeavesADamagedFileAsItIs_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("checked") << true;
        QTest::newRow("not checked") << false;
    }
    void openExistingLeavesADamagedFileAsItIs()
    {
        QFETCH(bool, whole);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"private"_s)));
        const QByteArray bytes = QByteArray("this is no database, and long enough to tell so").repeated(100);
        write(file(), bytes);
        const auto check = whole ? SpoolDatabase::Check::Whole : SpoolDatabase::Check::None;
        const auto database = SpoolDatabase::openExisting(file(), check);
        QVERIFY(!database.ok());
        QVERIFY(database.error().code == Error::Code::Damaged);
        QCOMPARE(contents(file()), bytes);
        QCOMPARE(QDir(m_folder->filePath(u"private"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"spool.sqlite"_s});
    }
    void aDamagedSpoolIsSavedWithTheDaysAndAnswersOfItsReceipts()
    {
        const SpooledEvent event = TestSupport::spooled(u"command"_s, SpooledEvent::State::Sent);
        {
            const auto database = SpoolDatabase::open(file());
            const QSqlDatabase &sql = database.value()->connection();
            QVERIFY(
                runSql(
                    sql,
                    u"INSERT INTO event VALUES ('command', ?, '2026-11', '2026-W47', x'0f', 'full', ?, 'sent', '', ?,"
                    " 12, '2026-11-20', 'accepted')"_s,
                    {event.event.reporter.bytes(), event.bytes, event.bytes})
                    .ok());
        }
        QByteArray bytes = contents(file());
        bytes.replace(0, 16, "not a database!!");
        write(file(), bytes);
        const auto database = SpoolDatabase::open(file());
        QVERIFY(database.ok());
        QVERIFY(database.value()->wasRepaired());
        QCOMPARE(one(*database.value(),
                     u"SELECT period || week || hex(fact) || ' ' || uses || ' ' || sent_on || ' ' || answer"
                     " FROM event WHERE state = 'sent'"_s)
                     .toString(),
                 u"2026-112026-W470F 12 2026-11-20 accepted"_s);
    }
    void openExistingFindsWhatIsThere()
    {
        QVERIFY(SpoolDatabase::open(file()).ok());
        const auto database = SpoolDatabase::openExisting(file());
        QVERIFY(database.ok());
        QCOMPARE(one(*database.value(), u"SELECT count(*) FROM event"_s).toInt(), 0);
        QCOMPARE(one(*database.value(), u"PRAGMA secure_delete"_s).toInt(), 1);
    }
    void aFileThatCannotBeOpenedIsAnError()
    {
        QVERIFY(QDir().mkpath(file())); // a folder is in the way
        const auto database = SpoolDatabase::open(file());
        QVERIFY(!database.ok());
        QVERIFY(database.error().code == Error::Code::Io);
        QVERIFY(QFileInfo(file()).isDir());
    }
    void aFileOfAnotherUserIsSetAsideAndReadAsFarAsItCanBe_data() { TestSupport::addModes(); }
    void aFileOfAnotherUserIsSetAsideAndReadAsFarAsItCanBe()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        const QString folder = m_folder->filePath(u"private"_s);
        {
            const auto database = SpoolDatabase::open(file());
            QVERIFY(database.ok());
            QVERIFY(runSql(database.value()->connection(),
                           u"INSERT INTO answered (only_row, moment) VALUES (1, '2026-11-16T10:00:00Z')"_s));
            const SpooledEvent event = TestSupport::spooled(u"plugin"_s, SpooledEvent::State::Pending);
            QVERIFY(runSql(database.value()->connection(),
                           u"INSERT INTO event (topic, reporter, period, week, fact, level, bytes, state, reason,"
                           " receipt) VALUES (?, ?, ?, ?, x'', 'middle', ?, 'pending', '', x'')"_s,
                           {event.event.topic, event.event.reporter.bytes(), event.event.period.toString(),
                            event.event.week().toString(), event.bytes}));
        }
        QVERIFY(TestSupport::setModes(folder, mode));
        const TestSupport::OrdinaryUser user(m_folder->path());
        QCOMPARE(SpoolDatabase::openExisting(file()).error().code, Error::Code::Damaged);
        const auto database = SpoolDatabase::open(file());
        QVERIFY2(database.ok(), database ? "" : qPrintable(database.error().detail));
        QVERIFY(database.value()->wasRepaired());
        const bool readable = mode & QFileDevice::ReadOther;
        QCOMPARE(one(*database.value(), u"SELECT count(*) FROM event"_s).toInt(), readable ? 1 : 0);
        QCOMPARE(one(*database.value(), u"SELECT count(*) FROM answered"_s).toInt(), readable ? 1 : 0);
        QVERIFY(runSql(database.value()->connection(), u"DELETE FROM event"_s).ok()); // it can be written
        database.value()->removeDamaged();
        QVERIFY(!QFile::exists(database.value()->damagedFile()));
    }
};

QTEST_GUILESS_MAIN(TestSpoolDatabase)
#include "tst_spooldatabase.moc"
