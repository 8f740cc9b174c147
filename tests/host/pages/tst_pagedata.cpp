#include "host/pages/pagedata.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPageData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void monthsBetweenAreGaps()
    {
        const auto data = TestSupport::someMonths().data();
        const TableSeries *users = data->table(u"user"_s, FirstIn::Month);
        QVERIFY(users);
        QCOMPARE(users->axis, QStringList({u"2026-07"_s, u"2026-08"_s, u"2026-09"_s, u"2026-10"_s}));
        QCOMPARE(users->number(u"2026-10"_s, {}), std::optional(PeopleWithin{1230, 1222, 1238}));
        QVERIFY(!users->number(u"2026-08"_s, {}) && !users->number(u"2026-09"_s, {}));
        QCOMPARE(data->missingMonths(), QStringList(u"2026-09"_s));
        QCOMPARE(data->latestMonth(), u"2026-10"_s);
        QCOMPARE(data->asOf(), QDate(2026, 12, 1));
        QCOMPARE(data->signedBy().size(), 1);
    }
    void openMonthsAreSpannedToo()
    {
        const auto data = TestSupport::someMonths().data();
        QCOMPARE(data->spannedMonths(),
                 QStringList({u"2026-07"_s, u"2026-08"_s, u"2026-09"_s, u"2026-10"_s, u"2026-11"_s, u"2026-12"_s}));
        QVERIFY(TestSupport::PagesFolder().data()->spannedMonths().isEmpty());
    }
    void nothingReleasedIsNoFault()
    {
        const auto data = TestSupport::PagesFolder().data();
        QVERIFY(data->latestMonth().isEmpty() && data->missingMonths().isEmpty());
        QVERIFY(data->table(u"user"_s, FirstIn::Month)->axis.isEmpty());
    }
    void refusesWhatIsNotAsItsHistorySays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes"); // null: it is gone
        QTest::newRow("another number") << u"periods/2026-10.json"_s << "{}"_ba;
        QTest::newRow("no period") << u"periods/2026-10.json"_s << QByteArray();
        QTest::newRow("another dictionary") << u"dictionary.json"_s << "{}"_ba;
        QTest::newRow("no dictionary") << u"dictionary.json"_s << QByteArray();
        QTest::newRow("no history") << u"history.jsonl"_s << QByteArray();
        QTest::newRow("no signature") << u"history-head.json"_s << QByteArray();
        QTest::newRow("a damaged head") << u"history-head.json"_s << "{}"_ba;
        QTest::newRow("no index") << u"index.json"_s << QByteArray();
    }
    void refusesWhatIsNotAsItsHistorySays()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        auto folder = TestSupport::someMonths().folder;
        if (bytes.isNull())
            folder.files.remove(file);
        else
            folder.files[file] = bytes;
        const auto read = PageData::read(folder);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().detail.contains(file.section(u'/', -1)), qPrintable(read.error().detail));
    }
    void aTableThatHadOtherDimensionsIsNotMixedIn()
    {
        TestSupport::PagesFolder folder;
        folder.add(u"2026-10"_s, u"python"_s, u"python-versions"_s, {u"os"_s, u"python_version"_s},
                   {{{u"linux"_s, u"3.9"_s}, 40}});
        const auto data = folder.done().data();
        QVERIFY(data->table(u"python"_s, FirstIn::Month, 1)->released.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPageData)
#include "tst_pagedata.moc"
