#include "client/spool/disk/migrations.h"

#include "client/spool/disk/spooldatabase.h"

#include <QFile>
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
    void formatOneGoesOnWithWhatItHolds_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("receipt");
        QTest::newRow("pending") << u"pending"_s << u""_s;
        QTest::newRow("sent") << u"sent"_s << u"{\"a\":1}"_s;
        QTest::newRow("refused") << u"refused"_s << u""_s;
    }
    void formatOneGoesOnWithWhatItHolds()
    {
        QFETCH(QString, state);
        makeFormat(1);
        QVERIFY(runSql(m_database,
                       u"INSERT INTO event VALUES ('plugin', ?, '2026-W47', 'middle', CAST(? AS BLOB), ?, 'why')"_s,
                       {QByteArray(16, 'r'), u"{\"a\":1}"_s, state})
                    .ok());
        QVERIFY(migrateSpool(m_database).ok());
        QCOMPARE(number(u"PRAGMA user_version"_s), spoolFormat);
        QSqlQuery row(m_database);
        QVERIFY(row.exec(
            u"SELECT topic, reporter, week, level, bytes, state, reason, receipt, sent_on, answer FROM event"_s));
        QVERIFY(row.next());
        QCOMPARE(row.value(0).toString(), u"plugin"_s);
        QCOMPARE(row.value(1).toByteArray(), QByteArray(16, 'r'));
        QCOMPARE(row.value(2).toString(), u"2026-W47"_s);
        QCOMPARE(row.value(3).toString(), u"middle"_s);
        QCOMPARE(row.value(4).toByteArray(), "{\"a\":1}"_ba);
        QCOMPARE(row.value(5).toString(), state);
        QCOMPARE(row.value(6).toString(), u"why"_s);
        QTEST(row.value(7).toString(), "receipt");
        QCOMPARE(row.value(8).toString() + row.value(9).toString(), u""_s);
        QVERIFY(!row.next());
        row.finish();
        QVERIFY(!runSql(m_database, u"SELECT rowid FROM event"_s).ok());
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema WHERE name = 'event_by_week'"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema WHERE name = 'outage'"_s), 0);
    }
    void formatTwoGoesOnWithWhatItHolds_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state : {"pending", "sent", "refused", "erased"})
            QTest::newRow(state) << QString::fromLatin1(state);
    }
    void formatTwoGoesOnWithWhatItHolds()
    {
        QFETCH(QString, state);
        makeFormat(2);
        QVERIFY(runSql(m_database, u"INSERT INTO event VALUES ('command', ?, '2026-W47', 'full', ?, ?, 'why', ?)"_s,
                       {QByteArray(16, 'r'), "{\"a\":1}"_ba, state, "{\"a\":0}"_ba})
                    .ok());
        QVERIFY(runSql(m_database, u"INSERT INTO outage VALUES (1, '2026-11-16', '2026-11-20')"_s).ok());
        QVERIFY(migrateSpool(m_database).ok());
        QCOMPARE(number(u"PRAGMA user_version"_s), spoolFormat);
        QCOMPARE(
            number(u"SELECT count(*) FROM event WHERE topic = 'command' AND reporter = CAST('rrrrrrrrrrrrrrrr' AS BLOB)"
                   " AND week = '2026-W47' AND level = 'full' AND bytes = CAST('{\"a\":1}' AS BLOB) AND reason = 'why'"
                   " AND receipt = CAST('{\"a\":0}' AS BLOB) AND uses = 0"_s),
            1);
        QCOMPARE(number(u"SELECT count(*) FROM event WHERE state = '%1'"_s.arg(state)), 1);
        QCOMPARE(number(u"SELECT count(*) FROM sqlite_schema WHERE name = 'outage'"_s), 0);
        QCOMPARE(number(u"SELECT count(*) FROM folded"_s), 0);
    }
    void formatThreeGoesOnWithWhatItHolds_data() { formatTwoGoesOnWithWhatItHolds_data(); }
    void formatThreeGoesOnWithWhatItHolds()
    {
        QFETCH(QString, state);
        makeFormat(3);
        QVERIFY(runSql(m_database, u"INSERT INTO event VALUES ('command', ?, '2026-W47', 'full', ?, ?, 'why', ?, 12)"_s,
                       {QByteArray(16, 'r'), "{\"a\":1}"_ba, state, "{\"a\":0}"_ba})
                    .ok());
        QVERIFY(runSql(m_database, u"INSERT INTO folded VALUES ('abc')"_s).ok());
        QVERIFY(runSql(m_database, u"INSERT INTO loss VALUES (1, 7)"_s).ok());
        QVERIFY(migrateSpool(m_database).ok());
        QCOMPARE(number(u"PRAGMA user_version"_s), spoolFormat);
        QCOMPARE(
            number(u"SELECT count(*) FROM event WHERE topic = 'command' AND reporter = CAST('rrrrrrrrrrrrrrrr' AS BLOB)"
                   " AND week = '2026-W47' AND level = 'full' AND bytes = CAST('{\"a\":1}' AS BLOB) AND reason = 'why'"
                   " AND receipt = CAST('{\"a\":0}' AS BLOB) AND uses = 12 AND sent_on = '' AND answer = ''"
                   " AND state = '%1'"_s.arg(state)),
            1);
        QCOMPARE(number(u"SELECT count(*) FROM folded WHERE journal = 'abc'"_s), 1);
        QCOMPARE(number(u"SELECT events FROM loss"_s), 7);
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
