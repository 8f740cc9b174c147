#include "host/pages/seriesfigure.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSeriesFigure : public QObject
{
    Q_OBJECT

    static SeriesFigure usersOf(const PageData &data)
    {
        const TableSeries &users = *data.table(u"user"_s, FirstIn::Month);
        return {u"users"_s, u"People"_s, {}, &users, {lineOf(users, {})}, {}};
    }

private Q_SLOTS:
    void whatIsMissingIsSaid()
    {
        const auto data = TestSupport::someMonths().data();
        const QString table = seriesFigure(*data, usersOf(*data)).markup().section(u"<details>"_s, 1);
        QVERIFY(table.indexOf(u"October 2026"_s) < table.indexOf(u"July 2026"_s));
        QVERIFY(table.contains(u"not published"_s) && table.contains(u"not counted"_s));
        QVERIFY(table.indexOf(u"no number yet"_s) < table.indexOf(u"October 2026"_s));
        QVERIFY(table.contains(u"<tr data-period=\"2026-12\">"_s));
        QVERIFY(table.contains(u"<data value=\"1230\">1,230</data> <small>"_s));
        QVERIFY(!table.contains(u"share"_s));
    }
    void whoCannotSeeItIsTold()
    {
        const auto data = TestSupport::someMonths().data();
        SeriesFigure figure = usersOf(*data);
        QVERIFY2(seriesWords(figure).contains(
                     u"from 1,000 in July 2026 to 1,230 in October 2026, with 2 without a number"_s),
                 qPrintable(seriesWords(figure)));
        figure.lines = {{u"x"_s, {std::nullopt}}};
        QVERIFY(seriesWords(figure).contains(u"no number was published"_s));
    }
    void sharesAreAChartAndAColumnOfTheirOwn()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries &python = *data->table(u"python"_s, FirstIn::Month, 1);
        const QString drawn =
            seriesFigure(*data, {u"p"_s, u"Python"_s, {}, &python, {lineOf(python, {u"3.12"_s}, u"3.12"_s)}, {}})
                .markup();
        QCOMPARE(drawn.count(u"class=\"picture\""_s), 2);
        QCOMPARE(drawn.count(u"class=\"legend\""_s), 1);
        QVERIFY(drawn.contains(u"<br>30.0 % (28.9 % to 31.1 %)"_s));
        QVERIFY(drawn.contains(u"the share of all people</caption>"_s));
        QVERIFY(drawn.contains(u"data-by=\"month\""_s));
        QCOMPARE(seriesFigure(*data, usersOf(*data)).markup().count(u"class=\"picture\""_s), 1);
    }
    void whatIsMarkedIsExplained()
    {
        TestSupport::PagesFolder folder = TestSupport::someMonths();
        const QString plain = seriesFigure(*folder.data(), usersOf(*folder.data())).markup();
        QVERIFY(!plain.contains(u"Dashed"_s) && plain.contains(u"Grey at the end: no number yet."_s));
        folder.folder.files.insert(u"public-list.json"_s, R"({"released": {"napari": {"0.8.0": "2026-07-14"}}})"_ba);
        const auto data = folder.data();
        const QString drawn = seriesFigure(*data, usersOf(*data)).markup();
        QVERIFY(drawn.contains(u"Dashed: releases of napari."_s));
        QVERIFY(drawn.contains(u"July 2026<br><small>napari 0.8.0 (14 July 2026)</small>"_s));
    }
};

QTEST_GUILESS_MAIN(TestSeriesFigure)
#include "tst_seriesfigure.moc"
