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
        const QString table = TestSupport::withoutData(tableOf(users, {lineOf(users, {})}, u"people"_s));
        QVERIFY(table.indexOf(u"October 2026"_s) < table.indexOf(u"July 2026"_s));
        QVERIFY(table.contains(u"not published"_s) && table.contains(u"not counted"_s));
        QVERIFY(table.contains(u"1,222 to 1,238"_s));
    }
    void whoCannotSeeItIsTold()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries &users = *data->table(u"user"_s, FirstIn::Month);
        const QString words = describe(users, {lineOf(users, {})}, u"People"_s);
        QVERIFY2(words.contains(u"from 1,000 in July 2026 to 1,230 in October 2026, with 2 without a number"_s),
                 qPrintable(words));
        QVERIFY(describe(users, {{u"x"_s, {std::nullopt}}}, u"People"_s).contains(u"no number was published"_s));
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
