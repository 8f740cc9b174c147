#include "host/pages/bartable.h"

#include "support/pagesfolder.h"
#include "support/pagetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBarTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAreByVersionAndHaveAShare()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries *python = data->table(u"python"_s, FirstIn::Month, 1);
        const QString drawn =
            TestSupport::withoutData(barTable({python, u"2026-10"_s, PeopleWithin{1230, 1222, 1238}}));
        QVERIFY(drawn.indexOf(u"3.<wbr>12"_s) < drawn.indexOf(u"3.<wbr>10"_s));
        QVERIFY(drawn.indexOf(u"3.<wbr>10"_s) < drawn.indexOf(u"3.<wbr>9"_s));
        QVERIFY(drawn.contains(u">24 %<"_s) && drawn.contains(u">292 to 308<"_s));
        QCOMPARE(drawn.count(u"class=\"interval\""_s), 3);
    }
    void whoIsUnknownHasNoShare()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries *plugins = data->table(u"plugin"_s, FirstIn::Month, 1);
        QVERIFY(!barTable({plugins, u"2026-10"_s}).markup().contains(u"share"_s));
    }
    void whatIsMoreCanBeOpened()
    {
        const auto data = TestSupport::someMonths().data();
        BarTable table{data->table(u"python"_s, FirstIn::Month, 1), u"2026-10"_s};
        table.most = 1;
        const QString drawn = barTable(table).markup();
        QVERIFY(drawn.contains(u"<summary>2 more</summary>"_s));
        QCOMPARE(drawn.count(u"<th scope=\"row\">"_s), 3);
    }
    void nothingPublishedIsSaid()
    {
        TestSupport::PagesFolder folder;
        folder.plugins(u"2026-10"_s, {});
        const auto data = folder.done().data();
        const QString drawn =
            TestSupport::withoutData(barTable({data->table(u"plugin"_s, FirstIn::Month, 1), u"2026-10"_s}));
        QVERIFY(drawn.contains(u"fewer than about 26 people, or none"_s));
    }
    void aKeyIsOneText()
    {
        QCOMPARE(keyText({u"linux"_s, u"x86_64"_s}), u"linux · x86_64"_s);
        QCOMPARE(keyText({u"windows"_s, u"windows 11"_s}), u"windows 11"_s);
        QCOMPARE(keyText({u"a"_s, u"ab"_s}), u"a · ab"_s);
        QCOMPARE(keyText({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestBarTable)
#include "tst_bartable.moc"
