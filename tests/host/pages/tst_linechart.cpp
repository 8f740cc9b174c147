#include "host/pages/linechart.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLineChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGapIsNoLine()
    {
        const PeopleWithin number{40, 30, 50};
        const ChartAxis axis{{u"2026-01"_s, u"2026-02"_s, u"2026-03"_s, u"2026-04"_s, u"2026-05"_s}};
        const QString drawn =
            lineChart({axis, {{{}, {number, number, std::nullopt, number, number}}}, u"words"_s}).markup();
        QCOMPARE(drawn.count(u"<polyline"_s), 2);
        QCOMPARE(drawn.count(u"<polygon"_s), 2);
        QCOMPARE(drawn.count(u"<circle"_s), 4);
    }
    void aNumberBetweenGapsHasItsInterval()
    {
        const QString drawn =
            lineChart({{{u"2026-01"_s, u"2026-02"_s}, 1}, {{{}, {PeopleWithin{40, 30, 50}}}}, u"words"_s}).markup();
        QCOMPARE(drawn.count(u"class=\"whisker"_s), 1);
        QVERIFY(!drawn.contains(u"<polyline"_s));
    }
    void itSaysWhatItShowsAndNeedsNoStyle()
    {
        const QList<ChartLine> lines{{u"<b>"_s, {PeopleWithin{4, 0, 9}}}};
        const QString drawn = lineChart({{{u"2026-01"_s}}, lines, u"a \"b\""_s}).markup();
        QVERIFY(drawn.contains(u"role=\"img\" aria-label=\"a &quot;b&quot;\""_s));
        QVERIFY(!drawn.contains(u" style="_s) && !drawn.contains(u"<b>"_s) && !drawn.contains(u" hidden"_s));
        const QString legend = chartLegend(lines).markup();
        QVERIFY(legend.startsWith(u"<ul class=\"legend\">"_s) && !legend.contains(u"<b>"_s));
        QVERIFY(chartLegend({{{}, {PeopleWithin{4, 0, 9}}}}).isEmpty());
    }
    void aLongLineHasFewerMarks()
    {
        QStringList weeks;
        ChartLine line;
        for (int week = 0; week < 240; ++week) {
            weeks.append(u"2026-W%1"_s.arg(week));
            line.numbers.append(week == 201 || week == 203 ? std::nullopt : std::optional(PeopleWithin{40, 30, 50}));
        }
        const QString drawn = lineChart({{weeks}, {line}, u"w"_s}).markup();
        QCOMPARE(drawn.count(u"<circle"_s), 61); // every fourth, and the one that stands alone
        QCOMPARE(drawn.count(u"class=\"whisker"_s), 1);
    }
    void aScriptFindsItsPeriods()
    {
        const QString drawn =
            lineChart({{{u"2026-01"_s, u"2026-02"_s}}, {{u"a"_s, {}}, {u"b"_s, {PeopleWithin{4, 0, 9}}}}, u"w"_s})
                .markup();
        QVERIFY(drawn.contains(u"data-periods=\"2026-01 2026-02\" data-labels=\"Jan 2026|Feb 2026\""_s));
        QVERIFY(drawn.contains(u"<svg data-at=\"0\""_s));
    }
    void sharesWaitUntilTheyAreAskedFor()
    {
        const QString drawn =
            lineChart({{{u"2026-01"_s}}, {{u"a"_s, {PeopleWithin{312, 301, 320}}}}, u"w"_s, ChartUnit::Share, true})
                .markup();
        QVERIFY(drawn.startsWith(u"<div class=\"picture\" data-show=\"share\""_s) && drawn.contains(u" hidden=\"\""_s));
        QVERIFY2(drawn.contains(u">40.0 %</text>"_s), qPrintable(drawn));
    }
    void nothingPublishedIsStillAChart()
    {
        QVERIFY(
            !lineChart({{{u"2026-01"_s, u"2026-02"_s}}, {{{}, {std::nullopt, std::nullopt}}}, u"words"_s}).isEmpty());
        QVERIFY(!lineChart({{}, {}, u"words"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLineChart)
#include "tst_linechart.moc"
