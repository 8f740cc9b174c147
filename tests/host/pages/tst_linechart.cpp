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
        const QString drawn = lineChart({u"2026-01"_s, u"2026-02"_s, u"2026-03"_s, u"2026-04"_s, u"2026-05"_s},
                                        {{{}, {number, number, std::nullopt, number, number}}}, u"words"_s)
                                  .markup();
        QCOMPARE(drawn.count(u"<polyline"_s), 2);
        QCOMPARE(drawn.count(u"<polygon"_s), 2);
        QCOMPARE(drawn.count(u"<circle"_s), 4);
        QVERIFY(drawn.contains(u"February 2026: 40 (95 %: 30 to 50)"_s));
        QVERIFY(!drawn.contains(u"March"_s));
    }
    void aNumberBetweenGapsHasItsInterval()
    {
        const QString drawn = lineChart({u"2026-01"_s}, {{{}, {PeopleWithin{40, 30, 50}}}}, u"words"_s).markup();
        QCOMPARE(drawn.count(u"class=\"whisker"_s), 1);
        QVERIFY(!drawn.contains(u"<polyline"_s));
    }
    void itSaysWhatItShowsAndNeedsNoStyle()
    {
        const QString drawn = lineChart({u"2026-01"_s}, {{u"<b>"_s, {PeopleWithin{4, 0, 9}}}}, u"a \"b\""_s).markup();
        QVERIFY(drawn.startsWith(u"<div class=\"picture\" role=\"img\" aria-label=\"a &quot;b&quot;\">"_s));
        QVERIFY(!drawn.contains(u" style="_s) && !drawn.contains(u"<b>"_s));
        QVERIFY(drawn.contains(u"<ul class=\"legend\">"_s));
    }
    void nothingPublishedIsStillAChart()
    {
        QVERIFY(!lineChart({u"2026-01"_s, u"2026-02"_s}, {{{}, {std::nullopt, std::nullopt}}}, u"words"_s).isEmpty());
        QVERIFY(!lineChart({}, {}, u"words"_s).isEmpty());
    }
    void aStepIsRound_data()
    {
        QTest::addColumn<qint64>("greatest");
        QTest::addColumn<qint64>("step");
        QTest::newRow("1") << qint64(1) << qint64(1);
        QTest::newRow("5") << qint64(5) << qint64(1);
        QTest::newRow("6") << qint64(6) << qint64(2);
        QTest::newRow("38") << qint64(38) << qint64(10);
        QTest::newRow("1238") << qint64(1238) << qint64(500);
        QTest::newRow("a million") << qint64(1000000) << qint64(200000);
    }
    void aStepIsRound()
    {
        QFETCH(qint64, greatest);
        QFETCH(qint64, step);
        QCOMPARE(stepFor(greatest), step);
    }
};

QTEST_GUILESS_MAIN(TestLineChart)
#include "tst_linechart.moc"
