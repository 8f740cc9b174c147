#include "host/pages/figure.h"

#include "support/pagesfolder.h"
#include "support/pagetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsSaid()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries &users = *data->table(u"user"_s, FirstIn::Month);
        QCOMPARE(whyMissing(users, u"2026-08"_s), u"not published"_s);
        QCOMPARE(whyMissing(users, u"2026-09"_s), u"not counted"_s);
    }
    void whatItCountsByIsSaid()
    {
        const auto data = TestSupport::someMonths().data();
        Figure made{u"i"_s, u"T"_s, {}, {}, {}, data->table(u"user"_s, FirstIn::Month)};
        QVERIFY(figure(made).markup().contains(u"data-by=\"month\""_s));
        made.series = data->table(u"user"_s, FirstIn::Week);
        QVERIFY(figure(made).markup().contains(u"data-by=\"week\""_s));
        made.unit = FigureUnit::Year;
        QVERIFY(figure(made).markup().contains(u"data-by=\"year\""_s));
        QVERIFY(!figure({u"i"_s, u"T"_s, {}, {}}).markup().contains(u"data-by"_s));
    }
    void theFilesAreLinked()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries *users = data->table(u"user"_s, FirstIn::Month);
        const QString drawn =
            figure({u"i"_s, u"<T>"_s, {}, {}, html(u"<table></table>"), users, {u"../"_s, {}}}).markup();
        QVERIFY(drawn.contains(u"href=\"../data/tables/users-month.csv\" aria-label=\"&lt;T&gt;: CSV file\""_s));
        QVERIFY(drawn.contains(u"<summary>As table</summary>"_s));
        QVERIFY(!figure({u"i"_s, u"T"_s, {}, {}}).markup().contains(u"CSV"_s));
    }
};

QTEST_GUILESS_MAIN(TestFigure)
#include "tst_figure.moc"
