#include "host/collector/metrics.h"

#include "support/events.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A thousand made-up people are all new; real ones are mostly not.
    void showsThatNewPeopleGrowWithReporters()
    {
        Metrics metrics;
        Event known = eventOf(u"user"_s, 'b');
        known.firstIn = FirstIn::Week;
        const QList<Event> events{eventOf(u"user"_s), known, eventOf(u"plugin"_s, 'c'), eventOf(u"user"_s, 'd')};
        QCOMPARE(events.first().firstIn, FirstIn::Ever);
        metrics.stored(events, {4, {0, 1, 2}, {}}); // the last one was there
        metrics.stored(events, {4, {}, {}});        // a retry
        const QByteArray text = metrics.text({});
        QVERIFY(text.contains("telemetry_events_accepted_total 8\n"));
        QVERIFY(text.contains("telemetry_reporters_added_total 3\n"));
        QVERIFY(text.contains("telemetry_first_in_total{period=\"ever\"} 1\n"));
        QVERIFY(text.contains("telemetry_first_in_total{period=\"week\"} 1\n"));
        QVERIFY(text.contains("telemetry_first_in_total{period=\"month\"} 0\n"));
    }
    void countsRefusalsByTheirReason()
    {
        Metrics metrics;
        metrics.refused({RefusalClass::NotPublic, RefusalClass::Elsewhere, RefusalClass::NotPublic});
        const QByteArray text = metrics.text({});
        QVERIFY(text.contains("telemetry_events_refused_total{reason=\"not-public\"} 2\n"));
        QVERIFY(text.contains("telemetry_events_refused_total{reason=\"elsewhere\"} 1\n"));
    }
    void hasWhatTheWriterHas()
    {
        IngestState state;
        state.waiting = 3;
        state.logRequests = 5;
        state.logAge = std::chrono::milliseconds(700);
        state.bytes = {8192, 4152};
        state.oldest = u"2026-11"_s;
        state.commits = 4;
        state.committing = std::chrono::microseconds(2500);
        state.slowest = std::chrono::microseconds(1250);
        state.damaged = true;
        const QByteArray text = Metrics().text(state);
        for (const char *line :
             {"telemetry_queue_requests 3\n", "telemetry_log_requests 5\n", "telemetry_log_age_milliseconds 700\n",
              "telemetry_raw_file_bytes 8192\n", "telemetry_raw_log_bytes 4152\n", "telemetry_commit_seconds_count 4\n",
              "telemetry_commit_seconds_sum 0.002500\n", "telemetry_commit_slowest_seconds 0.001250\n",
              "telemetry_raw_damaged 1\n", "telemetry_raw_oldest_timestamp_seconds 1793577600\n"}) // 2026-11-02
            QVERIFY2(text.contains(line), line);
        QVERIFY(!Metrics().text({}).contains("oldest")); // there is none
    }
    /// Every family is announced before its values, and the last line is the format's.
    void isOpenMetrics()
    {
        Metrics metrics;
        metrics.request(202);
        metrics.refused({RefusalClass::Stuffed});
        const QByteArray text = metrics.text({});
        QVERIFY(text.endsWith("\n# EOF\n"));
        QByteArray family;
        for (const QByteArray &line : text.trimmed().split('\n')) {
            if (line.startsWith("# TYPE "))
                family = line.split(' ').at(2);
            if (!line.startsWith('#'))
                QVERIFY2(line.startsWith(family), line.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
