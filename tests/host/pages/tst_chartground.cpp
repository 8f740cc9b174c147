#include "host/pages/chartground.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestChartGround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openPeriodsAreAnAreaAndSaySo()
    {
        const ChartFrame frame({{u"2026-01"_s, u"2026-02"_s, u"2026-03"_s}, 1}, ChartUnit::People, 10);
        const QString area = chartOpenArea(frame).markup();
        QVERIFY2(area.contains(u"x=\"738.0\" y=\"0\" width=\"262.0\""_s), qPrintable(area));
        QVERIFY(chartNotes(frame).markup().contains(u"March 2026: no number yet"_s));
        const ChartFrame closed({{u"2026-01"_s, u"2026-02"_s}}, ChartUnit::People, 10);
        QVERIFY(chartOpenArea(closed).isEmpty() && chartNotes(closed).isEmpty());
    }
    void notesAreMarkedAndLabelledWhereThereIsRoom()
    {
        QStringList weeks;
        for (int week = 1; week <= 50; ++week)
            weeks.append(u"2026-W%1"_s.arg(week, 2, 10, QLatin1Char('0')));
        const ChartFrame frame({weeks,
                                0,
                                {{0, u"0.7"_s, u"napari 0.7.0"_s},
                                 {1, u"0.8"_s, u"napari 0.8.0 & more"_s},
                                 {40, u""_s, u"napari 0.8.1"_s}}},
                               ChartUnit::People, 10);
        const QString drawn = chartNotes(frame).markup();
        QCOMPARE(drawn.count(u"<line class=\"note\""_s), 3);
        QCOMPARE(drawn.count(u"<text"_s), 1); // 0.8 would lie on 0.7, and the last has none
        QVERIFY(drawn.contains(u">0.7</text>"_s) && drawn.contains(u"<title>napari 0.8.0 &amp; more</title>"_s));
        QVERIFY(drawn.contains(u"data-at=\"40\""_s));
    }
    void periodsAreFromTheLastBackwards_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("labels");
        QTest::addColumn<int>("onlyWide");
        QTest::newRow("none") << 0 << 0 << 0;
        QTest::newRow("one") << 1 << 1 << 0;
        QTest::newRow("two") << 2 << 2 << 0;
        QTest::newRow("a year") << 12 << 4 << 2;
        QTest::newRow("five years") << 60 << 5 << 3;
    }
    void periodsAreFromTheLastBackwards()
    {
        QFETCH(int, count);
        QStringList months;
        for (int month = 0; month < count; ++month)
            months.append(QDate(2026, 1, 1).addMonths(month).toString(u"yyyy-MM"_s));
        const QString drawn = chartPeriods(ChartFrame({months}, ChartUnit::People, 1)).markup();
        QTEST(int(drawn.count(u"<text"_s)), "labels");
        QTEST(int(drawn.count(u"label more"_s)), "onlyWide");
        QVERIFY(count == 0
                || drawn.contains(QLocale::c().toString(QDate(2026, 1, 1).addMonths(count - 1), u"MMM yyyy"_s)));
    }
    void theScaleEndsAtTheTop()
    {
        const ChartFrame frame({{u"2026-01"_s}}, ChartUnit::Share, 1000);
        QVERIFY(chartScale(frame).markup().contains(u">100.0 %</text>"_s));
        QCOMPARE(chartRules(frame).markup().count(u"<line"_s), 6);
    }
};

QTEST_GUILESS_MAIN(TestChartGround)
#include "tst_chartground.moc"
