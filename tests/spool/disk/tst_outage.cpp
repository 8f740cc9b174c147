#include "spool/disk/outage.h"

#include "contract/limits.h"
#include "spool/disk/migrations.h"
#include "spool/disk/spooldatabase.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOutage : public QObject
{
    Q_OBJECT
private:
    QSqlDatabase m_database;
private Q_SLOTS:
    void init()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outage"_s);
        m_database.setDatabaseName(u":memory:"_s);
        QVERIFY(m_database.open());
        QVERIFY(migrateSpool(m_database).ok());
    }
    void cleanup()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"outage"_s);
    }
    /// A number is a failed attempt on that day, -1 one that the collector took.
    void unreachableOnlyWhenEveryAttemptFailed_data()
    {
        QTest::addColumn<QList<int>>("attempts");
        QTest::addColumn<bool>("unreachable");
        const int days = Limits::unreachableDays;
        QTest::newRow("no attempt") << QList<int>{} << false;
        QTest::newRow("one failure, however long ago") << QList<int>{0} << false;
        QTest::newRow("many in a day") << QList<int>{0, 0, 0, 0} << false;
        QTest::newRow("a day too few") << QList<int>{0, days - 1} << false;
        QTest::newRow("long enough") << QList<int>{0, days} << true;
        QTest::newRow("longer") << QList<int>{0, 1, days + 40} << true;
        QTest::newRow("one got through") << QList<int>{0, -1, days} << false;
        QTest::newRow("and failed long enough since") << QList<int>{0, -1, days, 2 * days} << true;
        QTest::newRow("got through at last") << QList<int>{0, days, -1} << false;
        QTest::newRow("the clock was put back") << QList<int>{100, 0} << false;
        QTest::newRow("and the days went on") << QList<int>{100, 0, days} << true;
    }
    void unreachableOnlyWhenEveryAttemptFailed()
    {
        QFETCH(QList<int>, attempts);
        for (const int day : attempts) {
            const auto noted = day < 0 ? forgetFailedAttempts(m_database)
                                       : noteFailedAttempt(m_database, QDate(2026, 11, 16).addDays(day));
            QVERIFY(noted.ok());
        }
        const auto unreachable = isUnreachable(m_database);
        QVERIFY(unreachable.ok());
        QTEST(unreachable.value(), "unreachable");
    }
    void noMomentIsKeptOnlyTheDay()
    {
        QVERIFY(noteFailedAttempt(m_database, QDate(2026, 11, 16)).ok());
        QSqlQuery row(m_database);
        QVERIFY(row.exec(u"SELECT first, last FROM outage"_s) && row.next());
        QCOMPARE(row.value(0).toString(), u"2026-11-16"_s);
        QCOMPARE(row.value(1).toString(), u"2026-11-16"_s);
    }
};

QTEST_GUILESS_MAIN(TestOutage)
#include "tst_outage.moc"
