#include "spool/disk/migrations.h"

#include "spool/disk/spooldatabase.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestMigrations : public QObject
{
    Q_OBJECT
private:
    QSqlDatabase m_database;
    int number(const QString &sql)
    {
        QSqlQuery query(m_database);
        return query.exec(sql) && query.next() ? query.value(0).toInt() : -1;
    }
private Q_SLOTS:
    void init()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"migrations"_s);
        m_database.setDatabaseName(u":memory:"_s);
        QVERIFY(m_database.open());
    }
    void cleanup()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"migrations"_s);
    }
    void anEmptyFileBecomesASpool()
    {
        QVERIFY(migrateSpool(m_database).ok());
        QCOMPARE(number(u"PRAGMA user_version"_s), spoolFormat);
        QCOMPARE(number(u"SELECT count(*) FROM event"_s), 0);
        QVERIFY(migrateSpool(m_database).ok()); // and stays one
    }
    void theTableKeepsNoOrderOfArrival()
    {
        QVERIFY(migrateSpool(m_database).ok());
        QVERIFY(!runSql(m_database, u"SELECT rowid FROM event"_s).ok());
    }
    void aNewerFormatIsLeftAlone()
    {
        QVERIFY(runSql(m_database, u"PRAGMA user_version = 2"_s).ok());
        const auto migrated = migrateSpool(m_database);
        QVERIFY(!migrated.ok());
        QVERIFY(migrated.error().code == Error::Code::Unsupported);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema"_s), 0);
    }
    void somebodyElsesDatabaseIsNotTurnedIntoASpool()
    {
        QVERIFY(runSql(m_database, u"CREATE TABLE photos (name TEXT)"_s).ok());
        const auto migrated = migrateSpool(m_database);
        QVERIFY(!migrated.ok());
        QVERIFY(migrated.error().code == Error::Code::Invalid);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema"_s), 1);
        QVERIFY(runSql(m_database, u"BEGIN IMMEDIATE"_s).ok()); // no transaction was left open
        QVERIFY(runSql(m_database, u"ROLLBACK"_s).ok());
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
