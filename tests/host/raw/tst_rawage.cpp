#include "host/raw/rawage.h"

#include "support/events.h"

#include <QTest>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawAge : public QObject
{
    Q_OBJECT

    static QDateTime midnight(int year, int month, int day)
    {
        return QDateTime(QDate(year, month, day), QTime(0, 0), QTimeZone::utc());
    }

private Q_SLOTS:
    void sixtyDaysFromItsFirstMonday_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QDateTime>("goes");
        QTest::newRow("week, from September 28") << u"2026-W40"_s << midnight(2026, 11, 27);
        QTest::newRow("month, from November 2") << u"2026-11"_s << midnight(2027, 1, 1);
    }
    void sixtyDaysFromItsFirstMonday()
    {
        QFETCH(QString, period);
        QFETCH(QDateTime, goes);
        QVERIFY(!isTooOldToKeep(period, goes.addSecs(-1)));
        QVERIFY(isTooOldToKeep(period, goes));
    }
    void whatCanNotBeReadIsNotKept() { QVERIFY(isTooOldToKeep(u"ancient", midnight(1970, 1, 1))); }
    void aClockThatIsFarAheadIsNotBelievedAtOnce_data()
    {
        QTest::addColumn<QStringList>("periods");
        QTest::addColumn<QDate>("tidiedOn");
        QTest::addColumn<bool>("doubted");
        QTest::addColumn<qsizetype>("old");
        QTest::addColumn<bool>("sure");
        const QStringList all{u"2026-W30"_s, u"2026-08"_s};
        const QStringList some = all + QStringList{u"2026-W47"_s};
        const QDate today(2026, 11, 25);
        QTest::newRow("nothing stored") << QStringList() << QDate() << false << qsizetype(0) << true;
        QTest::newRow("some are old") << some << QDate() << false << qsizetype(2) << true;
        QTest::newRow("the newest closed days ago")
            << all + QStringList{u"2026-W44"_s} << QDate() << false << qsizetype(2) << true;
        QTest::newRow("the newest closed longer ago")
            << all + QStringList{u"2026-W43"_s} << QDate() << false << qsizetype(2) << false;
        QTest::newRow("all are, first start") << all << QDate() << false << qsizetype(2) << false;
        QTest::newRow("all are, tidied today") << all << today << false << qsizetype(2) << false;
        QTest::newRow("all are, tidied yesterday") << all << today.addDays(-1) << false << qsizetype(2) << true;
        QTest::newRow("all are, tidied four days ago") << all << today.addDays(-4) << false << qsizetype(2) << true;
        QTest::newRow("all are, tidied long ago") << all << today.addDays(-5) << false << qsizetype(2) << false;
        QTest::newRow("all are, tidied in the future") << all << today.addDays(1) << false << qsizetype(2) << false;
        QTest::newRow("some are, others doubt") << some << QDate() << true << qsizetype(2) << false;
        QTest::newRow("others doubt a day later") << some << today.addDays(-1) << true << qsizetype(2) << true;
    }
    void aClockThatIsFarAheadIsNotBelievedAtOnce()
    {
        QFETCH(QStringList, periods);
        QFETCH(QDate, tidiedOn);
        QFETCH(bool, doubted);
        QFETCH(qsizetype, old);
        QFETCH(bool, sure);
        const OldPeriods found = oldPeriods(periods, tidiedOn, midnight(2026, 11, 25).addSecs(3600), doubted);
        QCOMPARE(found.periods.size(), old);
        QCOMPARE(found.sure, sure);
    }
};

QTEST_GUILESS_MAIN(TestRawAge)
#include "tst_rawage.moc"
