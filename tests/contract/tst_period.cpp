#include "contract/period.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPeriod : public QObject
{
    Q_OBJECT

    static Week week(QStringView text) { return Week::fromString(text).value(); }

private Q_SLOTS:
    void aMonthIsTheWeeksOfItsThursdays_data()
    {
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QDate>("closes");
        QTest::newRow("four weeks") << u"2026-11"_s << u"2026-W45"_s << u"2026-W48"_s << QDate(2026, 12, 21);
        QTest::newRow("five weeks") << u"2026-10"_s << u"2026-W40"_s << u"2026-W44"_s << QDate(2026, 11, 23);
        QTest::newRow("to week 53") << u"2026-12"_s << u"2026-W49"_s << u"2026-W53"_s << QDate(2027, 1, 25);
        QTest::newRow("begins with a Thursday") << u"2026-01"_s << u"2026-W01"_s << u"2026-W05"_s << QDate(2026, 2, 23);
        QTest::newRow("February") << u"2027-02"_s << u"2027-W05"_s << u"2027-W08"_s << QDate(2027, 3, 22);
    }
    void aMonthIsTheWeeksOfItsThursdays()
    {
        QFETCH(QString, month);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const auto period = Period::fromString(month);
        QVERIFY(period && period->isMonth());
        QCOMPARE(period->toString(), month);
        QCOMPARE(period->firstWeek().toString(), first);
        QCOMPARE(period->lastWeek().toString(), last);
        QTEST(period->closesAt().date(), "closes");
        for (Week each = period->firstWeek(); each <= period->lastWeek(); each = each.plusWeeks(1))
            QVERIFY(Period::monthOf(each) == *period);
        QVERIFY(!(Period::monthOf(period->firstWeek().plusWeeks(-1)) == *period));
        QVERIFY(!(Period::monthOf(period->lastWeek().plusWeeks(1)) == *period));
    }
    void aWeekIsOne()
    {
        const auto period = Period::fromString(u"2026-W53");
        QVERIFY(period && !period->isMonth());
        QVERIFY(*period == Period(week(u"2026-W53")));
        QCOMPARE(period->closesAt(), week(u"2026-W53").closesAt());
    }
    void aMonthComesAfterItsLastWeek()
    {
        const Period month = Period::monthOf(week(u"2026-W48"));
        QVERIFY(Period(week(u"2026-W48")) < month);
        QVERIFY(month < Period(week(u"2026-W49")));
        QVERIFY(Period::monthOf(week(u"2026-W44")) < month);
    }
    void nothingElseIsAPeriod()
    {
        for (const QString &text : {u""_s, u"2026"_s, u"2026-13"_s, u"2026-1"_s, u"26-11"_s, u"2026-11-01"_s,
                                    u"1960-01"_s, u"2025-W53"_s, u"2026/11"_s})
            QVERIFY2(!Period::fromString(text), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"
