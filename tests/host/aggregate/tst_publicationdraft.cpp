#include "host/aggregate/publicationdraft.h"

#include "support/publicfilesof.h"
#include "support/releases.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakeAggregationFiles;

class TestPublicationDraft : public QObject
{
    Q_OBJECT

    static AggregationSetting settingOf(FakeAggregationFiles &files)
    {
        return {TestSupport::dictionary(),
                files,
                QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC),
                {},
                false,
                {{u"endpoints.json"_s, "{}"}},
                [](const QString &) {},
                [](const QString &) {}};
    }

private Q_SLOTS:
    void everyFileIsAddedWithItsDigest()
    {
        FakeAggregationFiles files;
        files.released = TestSupport::twoReleases();
        files.redrawn = {{QDate(2026, 11, 17), u"why"_s}};
        PublicationDraft draft;
        QVERIFY(!draftPublication(settingOf(files), draft));
        PublicFiles expected = TestSupport::publicFilesOf(files.released);
        expected.insert(u"endpoints.json"_s, "{}"_ba);
        expected.insert(u"aggregates.sqlite"_s, "2"_ba);
        QCOMPARE(draft.files, TestSupport::digestsOf(expected));
        QCOMPARE(draft.deeds.redraws, files.redrawn);
        QVERIFY(files.published.isEmpty());
        QVERIFY(draft.folder->publish().value());
        QCOMPARE(files.published, expected);
    }
    void allIsOfOneMoment()
    {
        FakeAggregationFiles files;
        files.released = TestSupport::twoReleases();
        PublicationDraft draft;
        QVERIFY(!draftPublication(settingOf(files), draft));
        QCOMPARE(files.steps, QStringList{u"copy"_s}); // while nobody could change the file
        QCOMPARE(files.open, 0);
    }
    void whatIsAddedLaterIsAmongThem()
    {
        FakeAggregationFiles files;
        PublicationDraft draft;
        QVERIFY(!draftPublication(settingOf(files), draft));
        QVERIFY(addTo(draft, u"history.jsonl"_s, "{}\n"_ba).ok());
        QCOMPARE(draft.files.value(u"history.jsonl"_s), sha256Of("{}\n"_ba));
        QVERIFY(draft.folder->publish().value());
        QCOMPARE(files.published.value(u"history.jsonl"_s), "{}\n"_ba);
    }
    void aFailureHasItsStep_data()
    {
        QTest::addColumn<QString>("fails");
        QTest::addColumn<QString>("step");
        QTest::newRow("the folder") << u"draft"_s << u"publishing"_s;
        QTest::newRow("the store") << u"open releases"_s << u"reading the aggregates file"_s;
        QTest::newRow("outlines") << u"read releases"_s << u"reading the aggregates file"_s;
        QTest::newRow("a release") << u"read one release"_s << u"reading the aggregates file"_s;
        QTest::newRow("rows") << u"read cells"_s << u"reading the aggregates file"_s;
        QTest::newRow("the copy") << u"copy"_s << u"copying the aggregates file"_s;
    }
    void aFailureHasItsStep()
    {
        QFETCH(QString, fails);
        FakeAggregationFiles files;
        files.released = TestSupport::twoReleases();
        files.fails = fails;
        PublicationDraft draft;
        const auto complaint = draftPublication(settingOf(files), draft);
        QVERIFY(complaint);
        QTEST(complaint->step, "step");
        QCOMPARE(complaint->why, u"the disk says no"_s);
        QVERIFY(files.published.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPublicationDraft)
#include "tst_publicationdraft.moc"
