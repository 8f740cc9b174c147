#include "host/pages/breakdown.h"

#include "support/pagesfolder.h"
#include "support/pagetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBreakdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumberOfPeopleIsOfTheSameMonth()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries &python = *data->table(u"python"_s, FirstIn::Month, 1);
        QVERIFY(
            TestSupport::withoutData(barsOf(*data, python, {})).contains(u"n = 1,230 people (95 %: 1,222 to 1,238)"_s));
    }
    void aLevelThatNotEverybodyChoseIsNamed()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries &plugins = *data->table(u"plugin"_s, FirstIn::Month, 1);
        QVERIFY(barsOf(*data, plugins, {}).markup().contains(u"chose the level middle or full"_s));
    }
    void noMonthYetIsSaidAndHasNoChange()
    {
        const auto data = TestSupport::PagesFolder().data();
        const TableSeries &python = *data->table(u"python"_s, FirstIn::Month, 1);
        QVERIFY(barsOf(*data, python, {}).markup().contains(u"No month has been published yet."_s));
        QVERIFY(changeOf(*data, python, {}).isEmpty());
    }
    void theLargestAreDrawn()
    {
        const auto data = TestSupport::someMonths().data();
        const QString drawn = changeOf(*data, *data->table(u"python"_s, FirstIn::Month, 1), {}).markup();
        QVERIFY(drawn.contains(u"the 3 largest of the last one"_s));
        QVERIFY(drawn.contains(u"July 2026 to October 2026"_s));
    }
};

QTEST_GUILESS_MAIN(TestBreakdown)
#include "tst_breakdown.moc"
