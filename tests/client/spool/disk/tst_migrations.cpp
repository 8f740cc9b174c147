#include "client/spool/disk/migrations.h"

#include "client/spool/disk/spooldatabase.h"

#include <QFile>
#include <QLoggingCategory>
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
    void makeFormat(int format)
    {
        for (int step = 1; step <= format; ++step) {
            QFile file(u":/telemetry/sql/spool-%1.sql"_s.arg(step));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString &statement : QString::fromUtf8(file.readAll()).split(u";\n"_s)) {
                if (!statement.trimmed().isEmpty())
                    QVERIFY(runSql(m_database, statement).ok());
            }
        }
        QVERIFY(runSql(m_database, u"PRAGMA user_version = %1"_s.arg(format)).ok());
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
        QVERIFY(runSql(m_database, u"PRAGMA user_version = %1"_s.arg(spoolFormat + 1)).ok());
        const auto migrated = migrateSpool(m_database);
        QVERIFY(!migrated.ok());
        QVERIFY(migrated.error().code == Error::Code::Unsupported);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema"_s), 0);
    }
    void anOlderFormatIsEmptied_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("row");
        QTest::newRow("1") << 1 << u"'pending', ''"_s;
        QTest::newRow("2") << 2 << u"'pending', '', x''"_s;
        QTest::newRow("3") << 3 << u"'pending', '', x'', 12"_s;
        QTest::newRow("4") << 4 << u"'sent', '', '{}', 12, '2026-11-16', ''"_s;
        QTest::newRow("5") << 5 << u"'sent', '', '{}', 12, '2026-11-16', ''"_s;
    }
    void anOlderFormatIsEmptied()
    {
        QFETCH(int, format);
        QFETCH(QString, row);
        makeFormat(format);
        QVERIFY(runSql(m_database, u"INSERT INTO event VALUES ('plugin', ?, '2026-W47', 'middle', '{}', %1)"_s.arg(row),
                       {QByteArray(16, 'r')})
                    .ok());
        if (format >= 3) {
            QVERIFY(runSql(m_database, u"INSERT INTO folded VALUES ('abc')"_s).ok());
            QVERIFY(runSql(m_database, u"INSERT INTO loss VALUES (1, 7)"_s).ok());
        }
        QLoggingCategory::setFilterRules(u"telemetry.spool.warning=true"_s);
        QTest::ignoreMessage(QtWarningMsg, "1 events of an older form of the spool are deleted");
        QVERIFY(migrateSpool(m_database).ok());
        QCOMPARE(number(u"PRAGMA user_version"_s), spoolFormat);
        QCOMPARE(number(u"SELECT count(*) FROM event"_s), 0);
        QCOMPARE(number(u"SELECT count(*) FROM folded"_s), format >= 3 ? 1 : 0);
        QCOMPARE(number(u"SELECT count(*) FROM loss"_s), format >= 3 ? 1 : 0);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema WHERE name = 'event_by_period'"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema WHERE name IN ('event_by_week', 'outage')"_s), 0);
    }
    void aFailedStepChangesNothing()
    {
        makeFormat(1);
        QVERIFY(runSql(m_database, u"CREATE TABLE outage (in_the_way)"_s).ok());
        QVERIFY(!migrateSpool(m_database).ok());
        QCOMPARE(number(u"PRAGMA user_version"_s), 1);
        QVERIFY(!runSql(m_database, u"SELECT receipt FROM event"_s).ok());
    }
    void somebodyElsesDatabaseIsNotTurnedIntoASpool()
    {
        QVERIFY(runSql(m_database, u"CREATE TABLE photos (name TEXT)"_s).ok());
        const auto migrated = migrateSpool(m_database);
        QVERIFY(!migrated.ok());
        QVERIFY(migrated.error().code == Error::Code::Damaged);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema"_s), 1);
        QVERIFY(runSql(m_database, u"BEGIN IMMEDIATE"_s).ok()); // no transaction was left open
        QVERIFY(runSql(m_database, u"ROLLBACK"_s).ok());
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
