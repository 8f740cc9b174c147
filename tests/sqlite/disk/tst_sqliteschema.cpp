#include "sqlite/disk/sqliteschema.h"

#include "sqlite/disk/sqlitefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSqliteSchema : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteFile> m_file;
    SqliteSchema m_schema;

    [[nodiscard]] const QSqlDatabase &database() const { return m_file->connection(); }
    [[nodiscard]] qint64 version() const { return sqlNumber(database(), u"PRAGMA user_version"_s).value(); }
    [[nodiscard]] SqliteSchema upTo(int number) const { return {m_schema.owner, m_schema.scripts.first(number)}; }
    void addScript(const QByteArray &sql)
    {
        const QString name = m_folder->filePath(QString::number(m_schema.scripts.size() + 1) + u".sql"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql);
        m_schema.scripts.append(name);
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_schema = {u"the test"_s, {}};
        addScript("-- Says; more\nCREATE TABLE a (x TEXT\n);\n\nPRAGMA user_version = 1;\n");
        addScript("ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT ';';\nPRAGMA user_version = 2;\n");
        SqliteOptions options;
        options.access = SqliteOptions::Access::Make;
        auto open = SqliteFile::open(m_folder->filePath(u"file.sqlite"_s), options);
        QVERIFY(open.ok());
        m_file = std::move(open).value();
    }
    void cleanup() { m_file.reset(); }

    void anEmptyFileSeesAllScripts()
    {
        QVERIFY(bringToSchema(database(), m_schema).ok());
        QCOMPARE(version(), 2);
        QVERIFY(runSql(database(), u"SELECT x, y FROM a"_s).ok());
        QVERIFY(checkSchema(database(), m_schema).ok());
        QVERIFY(bringToSchema(database(), m_schema).ok()); // and once only
    }
    void anOlderFileKeepsWhatItHolds()
    {
        QVERIFY(bringToSchema(database(), upTo(1)).ok());
        QVERIFY(runSql(database(), u"INSERT INTO a VALUES ('kept')"_s).ok());
        QVERIFY(checkSchema(database(), m_schema).error().code == Error::Code::Invalid); // looking changes nothing
        QCOMPARE(version(), 1);
        QVERIFY(bringToSchema(database(), m_schema).ok());
        QCOMPARE(sqlNumber(database(), u"SELECT count(*) FROM a WHERE x = 'kept' AND y = ';'"_s).value(), 1);
    }
    void aNewerFileIsLeftAlone()
    {
        QVERIFY(bringToSchema(database(), m_schema).ok());
        for (const auto &done : {bringToSchema(database(), upTo(1)), checkSchema(database(), upTo(1))}) {
            QVERIFY(!done.ok());
            QCOMPARE(done.error().code, Error::Code::Unsupported);
            QCOMPARE(done.error().detail, u"made by a newer version of the test"_s);
        }
        QCOMPARE(version(), 2);
    }
    void anotherProgramsFileIsLeftAlone()
    {
        QVERIFY(runSql(database(), u"CREATE TABLE photos (name TEXT)"_s).ok());
        QVERIFY(bringToSchema(database(), m_schema).error().code == Error::Code::Invalid);
        QCOMPARE(sqlNumber(database(), u"SELECT count(*) FROM sqlite_schema"_s).value(), 1);
        QVERIFY(runSql(database(), u"BEGIN IMMEDIATE"_s).ok()); // no transaction was left open
        QVERIFY(runSql(database(), u"ROLLBACK"_s).ok());
    }
    void aFileIsOursByItsIdAndItsTable_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("table");
        QTest::addColumn<bool>("ours");
        QTest::newRow("ours") << u"77"_s << u"a"_s << true;
        QTest::newRow("ours, from before it had an id") << u"0"_s << u"a"_s << true;
        QTest::newRow("with another id") << u"78"_s << u"a"_s << false;
        QTest::newRow("without our table") << u"0"_s << u"photos"_s << false;
    }
    void aFileIsOursByItsIdAndItsTable()
    {
        QFETCH(QString, id);
        QFETCH(QString, table);
        QFETCH(bool, ours);
        for (const QString &sql : {u"CREATE TABLE %1 (x TEXT)"_s.arg(table), u"PRAGMA application_id = "_s + id,
                                   u"PRAGMA user_version = 1"_s})
            QVERIFY(runSql(database(), sql).ok());
        m_schema.applicationId = 77;
        m_schema.table = u"a"_s;
        const auto brought = bringToSchema(database(), m_schema);
        QCOMPARE(brought.ok(), ours);
        QCOMPARE(version(), ours ? 2 : 1);
        QVERIFY(ours || brought.error().code == Error::Code::Invalid);
        QCOMPARE(checkSchema(database(), m_schema).ok(), ours);
    }
    void anEmptyFileWithAnotherIdIsLeftAlone()
    {
        QVERIFY(runSql(database(), u"PRAGMA application_id = 78"_s).ok());
        m_schema.applicationId = 77;
        QVERIFY(!bringToSchema(database(), m_schema).ok());
        QCOMPARE(version(), 0);
    }
    void aScriptThatFailsChangesNothing()
    {
        addScript("CREATE TABLE b (z TEXT);\nCREATE TABLE a (x TEXT);\nPRAGMA user_version = 3;\n");
        QVERIFY(!bringToSchema(database(), m_schema).ok());
        QCOMPARE(version(), 0);
        QCOMPARE(sqlNumber(database(), u"SELECT count(*) FROM sqlite_schema"_s).value(), 0);
    }
    void aScriptThatIsMissingChangesNothing()
    {
        m_schema.scripts.append(m_folder->filePath(u"missing.sql"_s));
        QVERIFY(bringToSchema(database(), m_schema).error().code == Error::Code::NotFound);
        QCOMPARE(version(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSqliteSchema)
#include "tst_sqliteschema.moc"
