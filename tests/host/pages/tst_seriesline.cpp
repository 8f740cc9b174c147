#include "host/pages/seriesline.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSeriesLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAxisGoesOnAndReleasesAreOnIt()
    {
        TestSupport::PagesFolder folder = TestSupport::someMonths();
        folder.folder.files.insert(u"public-list.json"_s, R"({"released": {"napari": {"0.7.1": "2026-06-15",
            "0.8.0": "2026-07-14", "0.9.0": "2026-09-02", "0.9.1": "2026-09-04", "0.10.0": "2027-03-01"}}})"_ba);
        const auto data = folder.data();
        const ChartAxis axis = chartAxisOf(*data, *data->table(u"user"_s, FirstIn::Month));
        QCOMPARE(axis.periods.first(), u"2026-07"_s);
        QCOMPARE(axis.periods.last(), u"2026-12"_s); // its history ends on 1 December
        QCOMPARE(axis.open, 2);
        QCOMPARE(axis.notes.size(), 2);
        QCOMPARE(axis.notes[0].place, 0);
        QCOMPARE(axis.notes[0].words, u"napari 0.8.0 (14 July 2026)"_s);
        QCOMPARE(axis.notes[1].label, u"0.9"_s);
        QCOMPARE(axis.notes[1].words, u"napari 0.9.0 (2 September 2026) and napari 0.9.1 (4 September 2026)"_s);
    }
    void sharesAreOfThePeopleOfTheSameMonth()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries &python = *data->table(u"python"_s, FirstIn::Month, 1);
        const ChartLine shares = sharesOf(*data, python, lineOf(python, {u"3.12"_s}, u"3.12"_s));
        QCOMPARE(shares.name, u"3.12"_s);
        QCOMPARE(shares.numbers.size(), 4);
        QCOMPARE(shares.numbers[0],
                 std::optional(PeopleWithin{300, 289, 311})); // 300 (292 to 308) of 1000 (992 to 1008)
        QVERIFY(!shares.numbers[1]);                          // how many people there were was not published
        QVERIFY(!shares.numbers[2]);                          // not counted
        QVERIFY(!wholeOf(*data, python, u"2026-08"_s));
    }
    void aLevelThatNotEverybodyChoseHasNone()
    {
        const auto data = TestSupport::someMonths().data();
        QVERIFY(!wholeOf(*data, *data->table(u"plugin"_s, FirstIn::Month, 1), u"2026-10"_s));
        QVERIFY(!wholeOf(*data, *data->table(u"user"_s, FirstIn::Month), u"2026-10"_s));
    }
    void aShareStaysAShare_data()
    {
        QTest::addColumn<PeopleWithin>("part");
        QTest::addColumn<PeopleWithin>("whole");
        QTest::addColumn<PeopleWithin>("share");
        QTest::newRow("a half") << PeopleWithin{50, 40, 60} << PeopleWithin{100, 90, 110}
                                << PeopleWithin{500, 363, 667};
        QTest::newRow("noise made it more than all")
            << PeopleWithin{105, 95, 115} << PeopleWithin{100, 90, 110} << PeopleWithin{1000, 863, 1000};
        QTest::newRow("the least may be nobody")
            << PeopleWithin{20, 0, 40} << PeopleWithin{25, 0, 50} << PeopleWithin{800, 0, 1000};
    }
    void aShareStaysAShare()
    {
        QFETCH(PeopleWithin, part);
        QFETCH(PeopleWithin, whole);
        QTEST(shareOf(part, whole), "share");
    }
};

QTEST_GUILESS_MAIN(TestSeriesLine)
#include "tst_seriesline.moc"
