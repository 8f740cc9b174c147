#include "host/aggregate/publicfiles.h"

#include "support/dictionary.h"
#include "support/publicfilesof.h"
#include "support/releases.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicFiles : public QObject
{
    Q_OBJECT

    static PublicFiles files(const QList<Release> &releases = TestSupport::twoReleases())
    {
        return TestSupport::publicFilesOf(releases);
    }
    static QJsonObject json(const QByteArray &bytes) { return QJsonDocument::fromJson(bytes).object(); }

private Q_SLOTS:
    void indexNamesEveryFile()
    {
        const PublicFiles all = files();
        const QJsonObject index = json(all[u"index.json"_s]);
        QCOMPARE(index["format"_L1].toInt(), 1);
        QCOMPARE(index["dictionary"_L1].toInt(), 1);
        QCOMPARE(index["data_as_of"_L1].toString(), u"2026-W42"_s);
        QCOMPARE(index["unit"_L1].toString(), u"people"_s);
        QCOMPARE(index["rounding"_L1].toInt(), 5);
        QCOMPARE(index["weeks"_L1].toArray(), (QJsonArray{u"2026-W40"_s, u"2026-W42"_s}));
        QCOMPARE(index["releases"_L1].toArray().size(), 2);
        const QJsonArray tables = index["tables"_L1].toArray();
        QCOMPARE(tables.size(), 18);
        for (const QJsonValue &table : tables) {
            QVERIFY(all.contains(table["json"_L1].toString()));
            QVERIFY(all.contains(table["csv"_L1].toString()));
        }
        QCOMPARE(all.size(), 2 * tables.size() + 3 + 2);
        for (const QJsonValue &release : index["releases"_L1].toArray())
            QVERIFY(all.contains(release["file"_L1].toString()));
        QCOMPARE(tables[4].toObject(),
                 (QJsonObject{{u"topic"_s, u"napari"_s},
                              {u"level"_s, u"basic"_s},
                              {u"table"_s, u"napari-versions"_s},
                              {u"title"_s, u"napari versions"_s},
                              {u"period"_s, u"week"_s},
                              {u"dimensions"_s, QJsonArray{QJsonObject{{u"field"_s, u"napari_version"_s},
                                                                       {u"title"_s, u"napari version"_s}}}},
                              {u"sigma"_s, 3},
                              {u"threshold"_s, 20},
                              {u"within"_s, 8}, // 6 of the noise, 2 of the rounding
                              {u"json"_s, u"tables/napari-versions.json"_s},
                              {u"csv"_s, u"tables/napari-versions.csv"_s}}));
        QCOMPARE(all[u"dictionary.json"_s], TestSupport::dictionary().source());
    }
    void tablesHoldTheRows()
    {
        const PublicFiles all = files();
        const QJsonObject versions = json(all[u"tables/napari-versions.json"_s]);
        QCOMPARE(versions["topic"_L1].toString(), u"napari"_s);
        QCOMPARE(versions["table"_L1].toString(), u"napari-versions"_s);
        QCOMPARE(versions["period"_L1].toString(), u"week"_s);
        QCOMPARE(versions["dimensions"_L1].toArray(), (QJsonArray{u"napari_version"_s}));
        QCOMPARE(versions["periods"_L1].toArray(), (QJsonArray{u"2026-W40"_s, u"2026-W42"_s}));
        QCOMPARE(versions["rows"_L1].toArray(),
                 (QJsonArray{QJsonObject{
                     {u"period"_s, u"2026-W40"_s}, {u"key"_s, QJsonArray{u"0.9.2"_s}}, {u"people"_s, 120}}}));
        QCOMPARE(all[u"tables/napari-versions.csv"_s],
                 "period,napari_version,people\r\n2026-W40,napari version: 0.9.2,120\r\n"_ba);
        QCOMPARE(all[u"tables/users.csv"_s], "period,people\r\n2026-W40,5000000000\r\n2026-W42,45\r\n"_ba);
        QVERIFY(all[u"tables/users.json"_s].contains(R"("people":5000000000)"));
        QVERIFY(json(all[u"tables/systems.json"_s])["rows"_L1].toArray().isEmpty());
        QVERIFY(json(all[u"tables/systems.json"_s])["periods"_L1].toArray().isEmpty());
        QCOMPARE(all[u"tables/systems.csv"_s], "period,os,people\r\n"_ba);
    }
    void monthsHaveTablesOfTheirOwn()
    {
        Release month =
            TestSupport::releaseOf(u"2026-10"_s, {{u"users-month"_s, u"[]"_s, 310}, {u"users-year"_s, u"[]"_s, 1005}});
        month.sums = {{u"users-ever"_s, 10, 4}, {u"users-year"_s, 1004, 4}};
        const auto all = files(TestSupport::twoReleases() + QList{month});
        const QJsonObject index = json(all[u"index.json"_s]);
        QCOMPARE(index["weeks"_L1].toArray(), (QJsonArray{u"2026-W40"_s, u"2026-W42"_s}));
        QCOMPARE(index["months"_L1].toArray(), (QJsonArray{u"2026-10"_s}));
        QCOMPARE(index["data_as_of"_L1].toString(), u"2026-W42"_s);
        QCOMPARE(periodsOfIndex(all[u"index.json"_s]).value(),
                 (QStringList{u"2026-W40"_s, u"2026-W42"_s, u"2026-10"_s}));
        QCOMPARE(all[u"tables/users-month.csv"_s], "period,people\r\n2026-M10,310\r\n"_ba);
        // Four months have twice the noise of one: 12 of it, 2 of the rounding.
        QCOMPARE(all[u"tables/users-year.csv"_s], "period,people,within\r\n2026-M10,1005,14\r\n"_ba);
        QCOMPARE(all[u"tables/users-ever.csv"_s], "period,people,within\r\n"_ba);
        const QJsonObject year = json(all[u"tables/users-year.json"_s]);
        QCOMPARE(year["periods"_L1].toArray(), (QJsonArray{u"2026-10"_s}));
        QCOMPARE(year["rows"_L1].toArray(),
                 (QJsonArray{QJsonObject{
                     {u"period"_s, u"2026-10"_s}, {u"key"_s, QJsonArray()}, {u"people"_s, 1005}, {u"within"_s, 14}}}));
        QCOMPARE(json(all[u"tables/users.json"_s])["periods"_L1].toArray(), (QJsonArray{u"2026-W40"_s, u"2026-W42"_s}));
        QCOMPARE(json(all[u"tables/plugins.json"_s])["periods"_L1].toArray(), (QJsonArray{u"2026-10"_s}));
    }
    void aPeriodHasItsNumbersInOneFile()
    {
        Release month =
            TestSupport::releaseOf(u"2026-10"_s, {{u"dropped"_s, u"[\"x\"]"_s, 40}, {u"users-year"_s, u"[]"_s, 1005}});
        month.drawings = {{u"dropped"_s, 4, 26, u"gone"_s, {u"name"_s}}, {u"users-year"_s, 3, 20}};
        month.sums = {{u"users-year"_s, 1004, 4}};
        const QJsonObject period = json(files({month})[u"periods/2026-10.json"_s]);
        QCOMPARE(period["period"_L1].toString(), u"2026-10"_s);
        QCOMPARE(period["dictionary"_L1].toInt(), 1);
        const QJsonArray tables = period["tables"_L1].toArray();
        QCOMPARE(tables.size(), 2);
        // A table that this dictionary doesn't have keeps its past.
        QCOMPARE(tables[0]["rows"_L1].toArray(),
                 (QJsonArray{QJsonObject{{u"key"_s, QJsonArray{u"x"_s}}, {u"people"_s, 40}}}));
        QCOMPARE(tables[0]["topic"_L1].toString(), u"gone"_s);
        QCOMPARE(tables[0]["dimensions"_L1].toArray(), (QJsonArray{u"name"_s}));
        QCOMPARE(tables[1]["within"_L1].toInt(), 14);
    }
    void aLaterReleaseChangesNoPeriod()
    {
        const PublicFiles before = files();
        const PublicFiles after = files(TestSupport::twoReleases() + QList{TestSupport::releaseOf(u"2026-W43"_s, {})});
        for (const QString &name : {u"periods/2026-W40.json"_s, u"periods/2026-W42.json"_s})
            QCOMPARE(after[name], before[name]);
    }
    void quotesCsv_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << u"[\"a b\"]"_s << "2026-M10,a b,15\r\n"_ba;
        QTest::newRow("comma") << u"[\"a,b\"]"_s << "2026-M10,\"a,b\",15\r\n"_ba;
        QTest::newRow("quote") << u"[\"a\\\"b\"]"_s << "2026-M10,\"a\"\"b\",15\r\n"_ba;
        QTest::newRow("line") << u"[\"a\\nb\"]"_s << "2026-M10,\"a\nb\",15\r\n"_ba;
        QTest::newRow("not ASCII") << u"[\"\u00e9\"]"_s << "2026-M10,\xc3\xa9,15\r\n"_ba;
    }
    void quotesCsv()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, line);
        const auto all = files({TestSupport::releaseOf(u"2026-10"_s, {{u"commands"_s, key, 15}})});
        QCOMPARE(all[u"tables/commands.csv"_s], "period,command,people\r\n" + line);
    }
    void saysSoWhenNothingIsReleased()
    {
        const PublicFiles all = files({});
        const QJsonObject index = json(all[u"index.json"_s]);
        QVERIFY(index["data_as_of"_L1].isNull());
        QVERIFY(index["weeks"_L1].toArray().isEmpty());
        QCOMPARE(periodsOfIndex(all[u"index.json"_s]).value(), QStringList());
    }
    void whatCanNotBeReadIsAnErrorOfItsFile_data()
    {
        QTest::addColumn<QString>("fails");
        QTest::addColumn<QString>("path");
        QTest::newRow("a period") << u"read one release"_s << u"periods/"_s;
        QTest::newRow("rows") << u"read cells"_s << u"tables/"_s;
    }
    void whatCanNotBeReadIsAnErrorOfItsFile()
    {
        QFETCH(QString, fails);
        QFETCH(QString, path);
        TestSupport::FakeAggregationFiles files;
        files.released = TestSupport::twoReleases();
        files.fails = fails;
        const auto store = std::move(files.openReleases()).value();
        int refused = 0;
        for (const PublicFile &file : publicFiles(TestSupport::dictionary(), files.released, *store)) {
            const auto bytes = file.make();
            QCOMPARE(bytes.ok(), !file.path.startsWith(path));
            refused += !bytes.ok();
        }
        QVERIFY(refused > 0);
    }
    void isTheSameEveryTime() { QCOMPARE(files(), files()); }
    void readsItsIndexBack()
    {
        QCOMPARE(periodsOfIndex(files()[u"index.json"_s]).value(), (QStringList{u"2026-W40"_s, u"2026-W42"_s}));
        QCOMPARE(periodsOfIndex("{}"_ba).error().code, Error::Code::Invalid);
        QCOMPARE(periodsOfIndex("not JSON"_ba).error().code, Error::Code::Invalid);
        QCOMPARE(periodsOfIndex(R"({"format":2,"weeks":[]})"_ba).error().code, Error::Code::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestPublicFiles)
#include "tst_publicfiles.moc"
