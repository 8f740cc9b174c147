#include "sqlite/disk/sqlitefile.h"

#include "sqlite/disk/sqliteschema.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Access = SqliteOptions::Access;

Q_DECLARE_METATYPE(Telemetry::SqliteOptions::Access)

class TestSqliteFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString file() const { return m_folder->filePath(u"file.sqlite"_s); }
    [[nodiscard]] SqliteSchema schema() const { return {u"the test"_s, {m_folder->filePath(u"notes-1.sql"_s)}}; }
    static SqliteOptions with(Access access)
    {
        SqliteOptions options;
        options.access = access;
        return options;
    }
    static QByteArray contents(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// By a connection that is closed when it returns.
    void run(const QString &sql) const
    {
        const auto open = SqliteFile::open(file(), with(Access::Make));
        QVERIFY(open.ok());
        QVERIFY(runSql(open.value()->connection(), sql).ok());
    }
    /// A file whose last row is only in the log, as a killed writer leaves it.
    void leaveALog() const
    {
        const QString elsewhere = m_folder->filePath(u"living.sqlite"_s);
        SqliteOptions options = with(Access::Make);
        options.journal = u"WAL"_s;
        const auto writer = SqliteFile::open(elsewhere, options, schema());
        QVERIFY(writer.ok());
        QVERIFY(runSql(writer.value()->connection(), u"INSERT INTO notes VALUES ('late')"_s).ok());
        for (const QString &suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(elsewhere + suffix, file() + suffix));
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(m_folder->filePath(u"notes-1.sql"_s), "CREATE TABLE notes (note TEXT);\nPRAGMA user_version = 1;\n");
    }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void aMissingFileIsNotMade_data()
    {
        QTest::addColumn<Access>("access");
        QTest::newRow("change") << Access::Change;
        QTest::newRow("read") << Access::Read;
        QTest::newRow("look") << Access::Look;
    }
    void aMissingFileIsNotMade()
    {
        QFETCH(Access, access);
        const auto open = SqliteFile::open(file(), with(access), schema());
        QVERIFY(!open.ok());
        QVERIFY(open.error().code == Error::Code::NotFound);
        QVERIFY(!QFile::exists(file()));
        QVERIFY(SqliteFile::open(m_folder->path(), with(access)).error().code == Error::Code::NotFound);
    }
    void aFileThatCanNotBeMadeIsAnError()
    {
        const auto open = SqliteFile::open(m_folder->filePath(u"missing/file.sqlite"_s), with(Access::Make));
        QVERIFY(open.error().code == Error::Code::Io);
        QVERIFY(SqliteFile::open(m_folder->path(), with(Access::Make)).error().code == Error::Code::Io);
    }
    void aNewFileHasTheSchemaAndTheSettings()
    {
        SqliteOptions options = with(Access::Make);
        options.settings = {u"PRAGMA secure_delete = ON"_s};
        options.journal = u"WAL"_s;
        const auto open = SqliteFile::open(file(), options, schema());
        QVERIFY2(open.ok(), open ? "" : qPrintable(open.error().detail));
        const QSqlDatabase &database = open.value()->connection();
        QCOMPARE(sqlNumber(database, u"SELECT count(*) FROM notes"_s).value(), 0);
        QCOMPARE(sqlNumber(database, u"PRAGMA user_version"_s).value(), 1);
        QCOMPARE(sqlNumber(database, u"PRAGMA secure_delete"_s).value(), 1);
        QCOMPARE(sqlNumber(database, u"PRAGMA trusted_schema"_s).value(), 0);
        QVERIFY(QFile::exists(file() + u"-wal"_s));
        QCOMPARE(open.value()->setJournal(u"DELETE"_s).value(), u"delete"_s);
    }
    void twoAreOpenAtOnce()
    {
        const auto first = SqliteFile::open(file(), with(Access::Make), schema());
        const auto second = SqliteFile::open(file(), with(Access::Change), schema());
        QVERIFY(first.ok() && second.ok());
        QVERIFY(runSql(first.value()->connection(), u"INSERT INTO notes VALUES ('a')"_s).ok());
        QCOMPARE(sqlNumber(second.value()->connection(), u"SELECT count(*) FROM notes"_s).value(), 1);
    }
    /// Not even the mode of the journal, which is in the file.
    void whatIsRefusedStaysAsItIs_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("newer") << u"PRAGMA user_version = 2"_s << Error::Code::Unsupported;
        QTest::newRow("another program's") << u"CREATE TABLE photos (name)"_s << Error::Code::Invalid;
    }
    void whatIsRefusedStaysAsItIs()
    {
        QFETCH(QString, sql);
        QFETCH(Error::Code, code);
        run(sql);
        const QByteArray before = contents(file());
        for (const Access access : {Access::Make, Access::Change, Access::Read, Access::Look}) {
            SqliteOptions options = with(access);
            options.journal = u"WAL"_s;
            const auto open = SqliteFile::open(file(), options, schema());
            QVERIFY(!open.ok());
            QCOMPARE(open.error().code, code);
            QVERIFY(open.error().detail.contains(u"the test"_s));
            QCOMPARE(contents(file()), before);
        }
    }
    void aDamagedFileIsNotTouched_data()
    {
        QTest::addColumn<bool>("torn");
        QTest::newRow("no database") << false;
        QTest::newRow("torn") << true;
    }
    void aDamagedFileIsNotTouched()
    {
        QFETCH(bool, torn);
        QByteArray bytes = QByteArray("this is no database, and long enough to tell so").repeated(100);
        if (torn) {
            run(u"CREATE TABLE notes (note TEXT)"_s);
            bytes.replace(0, 100, contents(file()).first(100));
        }
        write(file(), bytes);
        for (const Access access : {Access::Make, Access::Change, Access::Read, Access::Look}) {
            SqliteOptions options = with(access);
            options.settings = {u"PRAGMA synchronous = FULL"_s};
            const auto open = SqliteFile::open(file(), options, schema());
            QVERIFY(!open.ok());
            QCOMPARE(open.error().code, Error::Code::Damaged);
            QCOMPARE(contents(file()), bytes);
        }
    }
    void aFileThatSomebodyElseIsWritingIsBusy()
    {
        run(u"PRAGMA user_version = 0"_s);
        const auto writer = SqliteFile::open(file(), with(Access::Change));
        QVERIFY(runSql(writer.value()->connection(), u"BEGIN EXCLUSIVE"_s).ok());
        SqliteOptions options = with(Access::Change);
        options.busyTimeoutMs = 1;
        const auto open = SqliteFile::open(file(), options, schema());
        QVERIFY(!open.ok());
        QCOMPARE(open.error().code, Error::Code::Io);
        QVERIFY(runSql(writer.value()->connection(), u"ROLLBACK"_s).ok());
        QVERIFY(SqliteFile::open(file(), options, schema()).ok());
    }
    void aReaderChangesNothingButSeesTheLogOfAKilledWriter()
    {
        leaveALog();
        const auto open = SqliteFile::open(file(), with(Access::Read), schema());
        QVERIFY2(open.ok(), open ? "" : qPrintable(open.error().detail));
        QCOMPARE(sqlNumber(open.value()->connection(), u"SELECT count(*) FROM notes"_s).value(), 1);
        QVERIFY(!runSql(open.value()->connection(), u"DELETE FROM notes"_s).ok());
    }
    void aLookLeavesEveryByte()
    {
        leaveALog();
        const QByteArray before = contents(file());
        const QByteArray log = contents(file() + u"-wal"_s);
        {
            const auto open = SqliteFile::open(file(), with(Access::Look));
            QVERIFY(open.ok());
            (void)runSql(open.value()->connection(), u"SELECT * FROM notes"_s).ok();
            QVERIFY(!runSql(open.value()->connection(), u"DELETE FROM notes"_s).ok());
        }
        QCOMPARE(contents(file()), before);
        QCOMPARE(contents(file() + u"-wal"_s), log);
    }
    void theConnectionHasTheNameThatWasAskedFor()
    {
        SqliteOptions options = with(Access::Make);
        options.connection = u"notes"_s;
        const auto open = SqliteFile::open(file(), options);
        QCOMPARE(QSqlDatabase::connectionNames(), QStringList{u"notes"_s});
    }
};

QTEST_GUILESS_MAIN(TestSqliteFile)
#include "tst_sqlitefile.moc"
