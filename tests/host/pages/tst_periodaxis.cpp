#include "host/pages/periodaxis.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPeriodAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesBetweenIsOnTheAxis_data()
    {
        QTest::addColumn<QStringList>("released");
        QTest::addColumn<QStringList>("axis");
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("one month") << QStringList{u"2026-10"_s} << QStringList{u"2026-10"_s};
        QTest::newRow("over a new year") << QStringList{u"2026-11"_s, u"2027-02"_s}
                                         << QStringList{u"2026-11"_s, u"2026-12"_s, u"2027-01"_s, u"2027-02"_s};
        QTest::newRow("weeks, of a year that has 53")
            << QStringList{u"2026-W52"_s, u"2027-W01"_s} << QStringList{u"2026-W52"_s, u"2026-W53"_s, u"2027-W01"_s};
    }
    void whatLiesBetweenIsOnTheAxis()
    {
        QFETCH(QStringList, released);
        QTEST(axisOf(released), "axis");
    }
    void whatHasBegunSinceIsOpen_data()
    {
        QTest::addColumn<QStringList>("axis");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QStringList>("open");
        const QStringList october{u"2026-10"_s};
        QTest::newRow("no axis") << QStringList() << QDate(2026, 12, 1) << QStringList();
        QTest::newRow("no day") << october << QDate() << QStringList();
        QTest::newRow("the same month") << october << QDate(2026, 10, 31) << QStringList();
        QTest::newRow("a day before") << october << QDate(2026, 1, 1) << QStringList();
        QTest::newRow("the next") << october << QDate(2026, 11, 1) << QStringList{u"2026-11"_s};
        QTest::newRow("over a new year") << october << QDate(2027, 1, 1)
                                         << QStringList{u"2026-11"_s, u"2026-12"_s, u"2027-01"_s};
        QTest::newRow("weeks; a Thursday of the next year's first")
            << QStringList{u"2026-W52"_s} << QDate(2027, 1, 7) << QStringList{u"2026-W53"_s, u"2027-W01"_s};
        QTest::newRow("the year of a week isn't the calendar's")
            << QStringList{u"2026-W52"_s} << QDate(2027, 1, 1) << QStringList{u"2026-W53"_s};
    }
    void whatHasBegunSinceIsOpen()
    {
        QFETCH(QStringList, axis);
        QFETCH(QDate, day);
        QTEST(openAfter(axis, day), "open");
    }
    void aHostThatWasLeftIsNotDrawnForEver()
    {
        QCOMPARE(openAfter({u"2026-10"_s}, QDate(2036, 1, 1)).size(), 12);
        QCOMPARE(openAfter({u"2026-W40"_s}, QDate(2036, 1, 1)).size(), 53);
    }
    void aWeekIsInTheMonthOfItsThursday()
    {
        QCOMPARE(monthOfPeriod(u"2026-10"_s), u"2026-10"_s);
        QCOMPARE(monthOfPeriod(u"2026-W40"_s), u"2026-10"_s); // 28 September to 4 October
        QCOMPARE(monthOfPeriod(u"2026-W53"_s), u"2026-12"_s);
        QCOMPARE(monthOfPeriod(u"soon"_s), QString());
    }
    void aDayHasItsPlace()
    {
        const QStringList months{u"2026-09"_s, u"2026-10"_s};
        QCOMPARE(placeOf(QDate(2026, 10, 31), months), 1);
        QCOMPARE(placeOf(QDate(2026, 11, 1), months), -1);
        QCOMPARE(placeOf(QDate(), months), -1);
        QCOMPARE(placeOf(QDate(2026, 10, 1), {}), -1);
        QCOMPARE(placeOf(QDate(2027, 1, 3), {u"2026-W52"_s, u"2026-W53"_s}), 1); // a Sunday
    }
};

QTEST_GUILESS_MAIN(TestPeriodAxis)
#include "tst_periodaxis.moc"
