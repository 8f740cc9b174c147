#include "host/certificate/yearfigures.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestYearFigures : public QObject
{
    Q_OBJECT

    static CertifiedMonth month(const QString &period, qint64 people, qint64 within = 10, qint64 rounding = 5)
    {
        return {period, {people, people - within, people + within}, rounding, 0, {}};
    }

private Q_SLOTS:
    void whatIsMissingIsNotZero()
    {
        const auto years = yearsOf(u"2026-01"_s, u"2026-12"_s, {month(u"2026-03"_s, 40), month(u"2026-04"_s, 50)});
        QCOMPARE(years.size(), 1);
        QCOMPARE(years[0].months, 12);
        QCOMPARE(years[0].published, 2);
        QCOMPARE(years[0].mean->people, 45);
    }
    void namesYearsWithoutANumber()
    {
        const auto years = yearsOf(u"2025-11"_s, u"2027-02"_s, {month(u"2025-12"_s, 40)});
        QCOMPARE(years.size(), 3);
        QCOMPARE(years[0].months, 2);
        QCOMPARE(years[1].months, 12);
        QVERIFY(!years[1].mean);
        QCOMPARE(years[1].published, 0);
        QCOMPARE(years[2].months, 2);
    }
    void oneMonthIsAsItWas()
    {
        QCOMPARE(*yearsOf(u"2026-01"_s, u"2026-01"_s, {month(u"2026-01"_s, 40)})[0].mean, (PeopleWithin{40, 30, 50}));
    }
    void intervalShrinksWithTheRootAndKeepsTheRounding()
    {
        QList<CertifiedMonth> months;
        for (int i = 1; i <= 12; ++i)
            months.append(month(u"2026-%1"_s.arg(i, 2, 10, QChar(u'0')), 40));
        // ceil(sqrt(12 * 8^2)) = 28, ceil(28 / 12) = 3, and 2 of the rounding.
        QCOMPARE(*yearsOf(u"2026-01"_s, u"2026-12"_s, months)[0].mean, (PeopleWithin{40, 35, 45}));
    }
    void roundsOutwards()
    {
        // The mean of 40, 45 and 45 is 43.3; ceil(sqrt(192)) = 14, ceil(14 / 3) = 5, and 2.
        const auto years = yearsOf(u"2026-01"_s, u"2026-03"_s,
                                   {month(u"2026-01"_s, 40), month(u"2026-02"_s, 45), month(u"2026-03"_s, 45)});
        QCOMPARE(*years[0].mean, (PeopleWithin{43, 36, 51}));
    }
    void isNeverNegative()
    {
        QCOMPARE(yearsOf(u"2026-01"_s, u"2026-01"_s, {{u"2026-01"_s, {5, 0, 30}, 5, 0, {}}})[0].mean->low, 0);
    }
    void takesIntervalsNarrowerThanTheRounding()
    {
        QCOMPARE(*yearsOf(u"2026-01"_s, u"2026-01"_s, {month(u"2026-01"_s, 40, 1)})[0].mean,
                 (PeopleWithin{40, 38, 42}));
    }
};

QTEST_GUILESS_MAIN(TestYearFigures)
#include "tst_yearfigures.moc"
