#include "host/aggregate/aggregation.h"

#include "support/fakeaggregationfiles.h"
#include "support/releases.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakeAggregationFiles;
using TestSupport::FakeRawReader;

class TestAggregation : public QObject
{
    Q_OBJECT

    QStringList m_lines;
    AggregateOptions m_options;

    std::optional<Complaint> run(FakeAggregationFiles &files)
    {
        m_lines.clear();
        Aggregation aggregation(
            m_options, TestSupport::dictionary(), files, QByteArray(32, 'k'),
            [this](const QString &line) { m_lines.append(line); }, [](const QString &) {});
        return aggregation.run(Week::fromString(u"2026-W40"_s)->closesAt());
    }
    static FakeAggregationFiles &withEvents(FakeAggregationFiles &files)
    {
        files.events = FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 1000)
                       + FakeRawReader::examples(u"napari"_s, u"2026-W40"_s, 3);
        return files;
    }

private Q_SLOTS:
    void init()
    {
        m_options = AggregateOptions();
        m_options.publicFolder = u"/srv/public"_s;
    }
    void aClosedWeekIsReleasedAndPublished()
    {
        FakeAggregationFiles files;
        QVERIFY(!run(withEvents(files)));
        QCOMPARE(files.steps,
                 (QStringList{u"lock"_s, u"open releases"_s, u"read releases"_s, u"open events"_s, u"add"_s,
                              u"open releases"_s, u"read releases"_s, u"copy"_s, u"weeks"_s, u"publish"_s}));
        QCOMPARE(files.released.size(), 1);
        QCOMPARE(files.released.first().period.toString(), u"2026-W40"_s);
        for (const ReleasedCell &cell : files.released.first().cells)
            QVERIFY(cell.table != u"napari-versions"_s && std::abs(cell.reporters - 1000) <= 30);
        QCOMPARE(files.published[u"aggregates.sqlite"_s], "bytes"_ba);
        QCOMPARE(m_lines.first(), u"read 1003 events; 1 closed week(s) and month(s) to release"_s);
        QVERIFY(m_lines[1].startsWith(u"2026-W40: 1 cells published, 1 suppressed\n"_s));
        QVERIFY(m_lines[1].contains(u"\n  napari-versions: 0 published, 1 suppressed"_s));
        QVERIFY(m_lines.last().startsWith(u"published /srv/public: 1 week(s) and month(s), "_s));
    }
    void aSecondRunDrawsNothing()
    {
        FakeAggregationFiles files;
        QVERIFY(!run(withEvents(files)));
        const auto released = files.released;
        files.events += FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 500);
        files.steps.clear();
        QVERIFY(!run(files));
        QCOMPARE(files.released, released);
        QVERIFY(!files.steps.contains(u"add"_s));
        QVERIFY(m_lines.last().startsWith(u"/srv/public is up to date: "_s));
    }
    void whatIsNotDefinedIsReportedByItsNumber()
    {
        FakeAggregationFiles files;
        files.events = {{u"napari"_s, u"2026-W40"_s, {{u"napari_version"_s, u"/home/somebody"_s}}}};
        QVERIFY(!run(files));
        QCOMPARE(m_lines[1], u"1 event(s) are not what this data dictionary defines and count nowhere"_s);
        QVERIFY(!m_lines.join(u' ').contains(u"somebody"_s));
    }
    /// The file of the releases was lost.
    void whatIsPublicIsNotTakenBack()
    {
        FakeAggregationFiles files;
        files.weeks = {u"2026-W40"_s, u"2026-W39"_s};
        const auto complaint = run(withEvents(files));
        QVERIFY(complaint);
        QCOMPARE(complaint->step, u"publishing"_s);
        QVERIFY(complaint->why.contains(u"/srv/public publishes 2026-W39"_s));
        QVERIFY(complaint->advice.startsWith(u"Restore the aggregates file"_s));
        QVERIFY(files.published.isEmpty());
    }
    void aFailureEndsTheRunAndSaysWhere_data()
    {
        QTest::addColumn<QString>("fails");
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("released");
        QTest::newRow("lock") << u"lock"_s << u"starting"_s << false;
        QTest::newRow("releases") << u"open releases"_s << u"opening the aggregates file"_s << false;
        QTest::newRow("reading releases") << u"read releases"_s << u"reading the aggregates file"_s << false;
        QTest::newRow("events") << u"open events"_s << u"opening the raw events"_s << false;
        QTest::newRow("reading events") << u"read events"_s << u"reading the raw events"_s << false;
        QTest::newRow("adding") << u"add"_s << u"writing the aggregates file"_s << false;
        QTest::newRow("copy") << u"copy"_s << u"copying the aggregates file"_s << true;
        QTest::newRow("weeks") << u"weeks"_s << u"reading the public folder"_s << true;
        QTest::newRow("publish") << u"publish"_s << u"publishing"_s << true;
    }
    void aFailureEndsTheRunAndSaysWhere()
    {
        QFETCH(QString, fails);
        QFETCH(bool, released);
        FakeAggregationFiles files;
        files.fails = fails;
        const auto complaint = run(withEvents(files));
        QVERIFY(complaint);
        QTEST(complaint->step, "step");
        QVERIFY(complaint->advice.startsWith(released ? u"What was released is safe"_s : u"Nothing was released"_s));
        QCOMPARE(files.released.size(), released ? 1 : 0);
        QVERIFY(files.published.isEmpty());
        QCOMPARE(files.open, 0);
        if (fails != u"read events"_s)
            QCOMPARE(files.steps.last(), fails); // nothing was tried after it
    }
};

QTEST_GUILESS_MAIN(TestAggregation)
#include "tst_aggregation.moc"
