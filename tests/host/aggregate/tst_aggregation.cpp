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
    QDateTime m_now;
    bool m_clockIsRight = false;
    QByteArray m_key;

    std::optional<Complaint> run(FakeAggregationFiles &files, bool again = false)
    {
        m_lines.clear();
        const AggregationSetting setting{TestSupport::dictionary(),
                                         files,
                                         m_now,
                                         {},
                                         m_clockIsRight,
                                         {},
                                         [this](const QString &line) { m_lines.append(line); },
                                         [](const QString &) {}};
        Aggregation aggregation(setting, m_key);
        return again ? aggregation.drawAgain(u"why"_s) : aggregation.run();
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
        m_now = Week::fromString(u"2026-W40"_s)->closesAt();
        m_clockIsRight = false;
        m_key = QByteArray(32, 'k');
    }
    void aClosedWeekWaits()
    {
        FakeAggregationFiles files;
        QVERIFY(!run(withEvents(files)));
        QCOMPARE(files.steps, (QStringList{u"delete raw"_s, u"add"_s}));
        QVERIFY(files.released.isEmpty() && files.published.isEmpty());
        QCOMPARE(files.waiting.size(), 1);
        const Candidate &candidate = files.waiting.first();
        QCOMPARE(candidate.release.period.toString(), u"2026-W40"_s);
        QCOMPARE(candidate.drawn, m_now.date());
        for (const ReleasedCell &cell : candidate.release.cells)
            QVERIFY(cell.table != u"napari-versions"_s && std::abs(cell.reporters - 1000) <= 30);
        QCOMPARE(m_lines[1], u"read 1003 events; 1 closed week(s) and month(s) to draw"_s);
        QVERIFY(m_lines[2].startsWith(u"2026-W40: 1 cells to publish, 1 suppressed\n"_s));
        QVERIFY(m_lines[2].contains(u"\n  napari-versions: 0 to publish, 1 suppressed"_s));
        QCOMPARE(files.lastRun, m_now.date());
    }
    void aSecondRunDrawsNothing()
    {
        FakeAggregationFiles files;
        QVERIFY(!run(withEvents(files)));
        const auto waiting = files.waiting;
        files.events += FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 500);
        m_key = QByteArray(32, 'l');
        QVERIFY(!run(files));
        QCOMPARE(files.waiting, waiting);
    }
    void drawnAgainItHasOtherNoiseAndWhatIsThereNow()
    {
        FakeAggregationFiles files;
        QVERIFY(!run(withEvents(files)));
        files.events = FakeRawReader::examples(u"user"_s, u"2026-W40"_s, 1500);
        QVERIFY(!run(files, true));
        QCOMPARE(files.waiting.size(), 1);
        QVERIFY(files.waiting.first().release.cells.first().reporters > 1400);
        files.released = {files.waiting.first().release};
        files.waiting.clear();
        QVERIFY(!run(files, true)); // what is released is not
        QVERIFY(files.waiting.isEmpty());
    }
    void whatWasRemovedIsNotDrawn()
    {
        FakeAggregationFiles files;
        files.removed = {{Removal::Kind::Topic, u"user"_s, {}, {}, u"why"_s}};
        QVERIFY(!run(withEvents(files)));
        QVERIFY(files.waiting.first().release.cells.isEmpty());
    }
    void rawEventsOfPublishedMonthsAreDeleted()
    {
        FakeAggregationFiles files;
        files.released = {TestSupport::releaseOf(u"2026-08"_s, {}), TestSupport::releaseOf(u"2026-W39"_s, {})};
        QVERIFY(!run(withEvents(files)));
        QCOMPARE(files.deleted, QList<Period>{*Period::fromString(u"2026-08"_s)});
    }
    void whatIsNotDefinedIsReportedByItsNumber()
    {
        FakeAggregationFiles files;
        files.events = {{u"napari"_s, u"2026-W40"_s, {{u"napari_version"_s, u"/home/somebody"_s}}}};
        QVERIFY(!run(files));
        QCOMPARE(m_lines[2], u"1 event(s) are not what this data dictionary defines and count nowhere"_s);
        QVERIFY(!m_lines.join(u' ').contains(u"somebody"_s));
        QCOMPARE(files.waiting.first().undefined, 1);
    }
    void whatWasMissedIsTold()
    {
        FakeAggregationFiles files;
        files.released = {TestSupport::releaseOf(u"2026-W37"_s, {})};
        QVERIFY(!run(withEvents(files)));
        QVERIFY(!m_lines.last().startsWith(u"warning"_s)); // 2026-W40 is the last that is known
        files.waiting.clear();
        files.events = FakeRawReader::examples(u"user"_s, u"2026-W41"_s, 10);
        m_now = m_now.addDays(3).addSecs(-1);
        QVERIFY(!run(files));
        QCOMPARE(m_lines.last(), u"warning: closed, and without an event to draw numbers from: 2026-W38, 2026-W39"_s);
        m_now = m_now.addSecs(1);
        QVERIFY(!run(files));
        QVERIFY(m_lines.last().endsWith(u"2026-W39, 2026-W40"_s));
    }
    void aWrongClockChangesNothing()
    {
        FakeAggregationFiles files;
        m_now = m_now.addYears(1);
        const auto complaint = run(withEvents(files));
        QVERIFY(complaint);
        QCOMPARE(complaint->code, ExitCode::Clock);
        QVERIFY(complaint->why.contains(u"2026-W40"_s));
        QVERIFY(files.steps.isEmpty());
        QVERIFY(run(files, true)); // nor does drawing again
        QVERIFY(files.steps.isEmpty());
        m_clockIsRight = true;
        QVERIFY(!run(files));
        QCOMPARE(files.waiting.size(), 1);
        m_clockIsRight = false;
        m_now = m_now.addDays(-30); // it was wrong after all
        QCOMPARE(run(files)->code, ExitCode::Clock);
    }
    /// The collector's sixty days hold, whatever became of the numbers.
    void whatIsTooOldGoesWithoutTheAggregatesFile()
    {
        FakeAggregationFiles files;
        files.fails = u"open releases"_s;
        QVERIFY(run(withEvents(files)));
        QCOMPARE(files.steps, QStringList{u"delete raw"_s});
        QVERIFY(files.deleted.isEmpty());
    }
    void whatWasReleasedIsNotDrawnTwice()
    {
        FakeAggregationFiles files;
        QVERIFY(!run(withEvents(files)));
        QCOMPARE(files.waiting.size(), 1);
        const QString period = files.waiting.first().release.period.toString();
        QVERIFY(files.chain.append({HistoryKind::Release, {}, {{u"period"_s, period}}, {}}, QDate(2026, 10, 1)).ok());
        files.waiting.clear(); // the file was lost
        const auto complaint = run(files);
        QVERIFY(complaint);
        QCOMPARE(complaint->code, ExitCode::WrongFile);
        QVERIFY(complaint->why.contains(period));
        QVERIFY(files.waiting.isEmpty());
    }
    void aFailureSaysWhere_data()
    {
        QTest::addColumn<QString>("fails");
        QTest::addColumn<QString>("step");
        QTest::newRow("releases") << u"open releases"_s << u"opening the aggregates file"_s;
        QTest::newRow("reading releases") << u"read releases"_s << u"reading the aggregates file"_s;
        QTest::newRow("events") << u"open events"_s << u"opening the raw events"_s;
        QTest::newRow("reading events") << u"read events"_s << u"reading the raw events"_s;
        QTest::newRow("adding") << u"add"_s << u"writing the aggregates file"_s;
        QTest::newRow("deleting") << u"delete raw"_s << u"deleting raw events"_s;
    }
    void aFailureSaysWhere()
    {
        QFETCH(QString, fails);
        FakeAggregationFiles files;
        files.fails = fails;
        const auto complaint = run(withEvents(files));
        QVERIFY(complaint);
        QTEST(complaint->step, "step");
        QVERIFY(complaint->advice.endsWith(u"run again."_s));
        // What can be done is done: what closed is drawn, though something can't be deleted.
        QCOMPARE(files.waiting.size(), fails == u"delete raw"_s ? 1 : 0);
        QVERIFY(files.published.isEmpty());
        QCOMPARE(files.open, 0);
    }
};

QTEST_GUILESS_MAIN(TestAggregation)
#include "tst_aggregation.moc"
