#include "host/pages/methodpage.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestMethodPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itHasTheParametersOfTheDictionary()
    {
        const auto data = TestSupport::someMonths().data();
        const QString page = methodPage(*data).main.markup();
        QVERIFY(page.contains(u"rounded to 5"_s));
        QVERIFY(page.contains(u"Missing: September 2026."_s));
        QVERIFY(page.contains(u"20 of “plugins that are installed”"_s));
        for (const TableSeries &series : data->tables())
            QVERIFY2(page.contains(Html(series.table->title).markup()), qPrintable(series.table->title));
        // As docs/method.md and the command "budget" have it.
        for (const QString &epsilon : {u"7.8"_s, u"12.5"_s, u"18.6"_s, u"99.2"_s})
            QVERIFY2(page.contains(u">%1<"_s.arg(epsilon)), qPrintable(epsilon));
    }
};

QTEST_GUILESS_MAIN(TestMethodPage)
#include "tst_methodpage.moc"
