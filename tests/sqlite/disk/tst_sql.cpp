#include "sqlite/disk/sql.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSql : public QObject
{
    Q_OBJECT
private:
    QSqlDatabase m_database;
    qint64 rows() const { return sqlNumber(m_database, u"SELECT count(*) FROM t"_s).value(); }
private Q_SLOTS:
    void init()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"sql"_s);
        m_database.setDatabaseName(u":memory:"_s);
        QVERIFY(m_database.open());
        QVERIFY(runSql(m_database, u"CREATE TABLE t (a TEXT UNIQUE)"_s).ok());
    }
    void cleanup()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"sql"_s);
    }
    void anErrorNamesNoValue()
    {
        const QString insert = u"INSERT INTO t VALUES (?)"_s;
        QVERIFY(runSql(m_database, insert, {u"secret"_s}).ok());
        const auto again = runSql(m_database, insert, {u"secret"_s});
        QVERIFY(!again.ok());
        QVERIFY(again.error().code == Error::Code::Io);
        QVERIFY(again.error().detail.startsWith(u"SQLite: "_s));
        QVERIFY(!again.error().detail.contains(u"secret"_s));
    }
    void aStatementThatIsNoneIsAnError() { QVERIFY(!runSql(m_database, u"SELEKT"_s).ok()); }
    void aNumberThatIsNotThereIsAnError()
    {
        QCOMPARE(sqlNumber(m_database, u"SELECT 5000000000"_s).value(), 5'000'000'000);
        QVERIFY(sqlNumber(m_database, u"SELECT a FROM t"_s).error().code == Error::Code::Damaged);
        QVERIFY(!sqlNumber(m_database, u"SELECT a FROM nothing"_s).ok());
    }
    void withoutCommitNothingHappened()
    {
        {
            SqlTransaction transaction(m_database);
            QVERIFY(transaction.begin().ok());
            QVERIFY(runSql(m_database, u"INSERT INTO t VALUES ('a')"_s).ok());
        }
        QCOMPARE(rows(), 0);
        {
            SqlTransaction transaction(m_database);
            QVERIFY(transaction.begin().ok());
            QVERIFY(runSql(m_database, u"INSERT INTO t VALUES ('a')"_s).ok());
            QVERIFY(transaction.commit().ok());
        }
        QCOMPARE(rows(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSql)
#include "tst_sql.moc"
