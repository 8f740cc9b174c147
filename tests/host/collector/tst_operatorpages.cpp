#include "host/collector/operatorpages.h"

#include "support/fakerawstore.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOperatorPages : public QObject
{
    Q_OBJECT

    FixedClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)};
    Metrics m_metrics;
    Ingest m_ingest{m_clock};
    const OperatorPages m_pages{m_metrics, m_ingest};

    HttpResponse ask(const QByteArray &target, const QByteArray &host = "127.0.0.1:8418"_ba,
                     const QByteArray &method = "GET"_ba) const
    {
        HttpRequest request;
        request.method = method;
        request.target = target;
        request.host = host;
        HttpResponse answer;
        m_pages.handle(request, [&](HttpResponse response) { answer = std::move(response); });
        return answer;
    }

private Q_SLOTS:
    void metricsAreOpenMetrics()
    {
        m_metrics.request(202);
        m_metrics.clockImplausible(true);
        const HttpResponse answer = ask("/metrics"_ba);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, QByteArray(openMetricsType));
        QVERIFY(answer.body.endsWith("# EOF\n"));
        QVERIFY(answer.body.contains("telemetry_requests_total{status=\"202\"} 1\n"));
        QVERIFY(answer.body.contains("# TYPE telemetry_log_requests gauge\ntelemetry_log_requests 0\n"));
        QVERIFY(answer.body.contains("telemetry_log_age_milliseconds 0\n"));
        QVERIFY(answer.body.contains("# TYPE telemetry_clock_implausible gauge\ntelemetry_clock_implausible 1\n"));
        QVERIFY(answer.body.contains("\ntelemetry_public_list_refused 0\n"));
    }
    void metricsSayWhatTheLastRunFound()
    {
        QVERIFY(!ask("/metrics"_ba).body.contains("aggregation"));
        const AggregationState run{m_clock.now(), 1, 2, 3};
        const OperatorPages pages(m_metrics, m_ingest, [&run] { return std::optional(run); });
        HttpRequest request;
        request.method = "GET"_ba;
        request.target = "/metrics"_ba;
        request.host = "localhost"_ba;
        HttpResponse answer;
        pages.handle(request, [&](HttpResponse response) { answer = std::move(response); });
        for (const char *line :
             {"\ntelemetry_aggregation_timestamp_seconds 1795003200\n", "\ntelemetry_aggregation_missed_periods 1\n",
              "\ntelemetry_aggregation_broken_promises 2\n", "\ntelemetry_aggregation_candidates 3\n"})
            QVERIFY2(answer.body.contains(line), line);
    }
    void healthIsACommit()
    {
        QCOMPARE(ask("/healthz"_ba).status, 503); // the writer has not started
        FakeRawStoreState state;
        Ingest ingest(m_clock);
        const OperatorPages pages(m_metrics, ingest);
        QVERIFY(ingest.start([&] { return FakeRawStore::make(state); }).ok());
        for (const bool fails : {false, true, false}) {
            state.fails = fails;
            TestSupport::Semaphore answered;
            HttpResponse answer;
            HttpRequest request;
            request.method = "GET"_ba;
            request.target = "/healthz"_ba;
            request.host = "localhost"_ba;
            pages.handle(request, [&](HttpResponse response) {
                answer = std::move(response);
                answered.release();
            });
            QVERIFY(answered.tryAcquire(1, 5000));
            QCOMPARE(answer.status, fails ? 503 : 200);
            QCOMPARE(answer.body, fails ? "nothing can be stored: disk full\n"_ba : "ok\n"_ba);
        }
        QCOMPARE(state.committed().size(), 2);
    }
    void hasNothingElse()
    {
        QCOMPARE(ask("/v1/dictionary"_ba).status, 404);
        QCOMPARE(ask("/"_ba).status, 404);
        QCOMPARE(ask("/metrics"_ba, "localhost"_ba, "POST"_ba).status, 405);
    }
    void isForThisComputer_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("address") << "127.0.0.1:8418"_ba << 200;
        QTest::newRow("name") << "LOCALHOST"_ba << 200;
        QTest::newRow("IPv6") << "[::1]:8418"_ba << 200;
        QTest::newRow("a page of the web") << "localhost.example.org"_ba << 421;
        QTest::newRow("no host") << ""_ba << 421;
        QTest::newRow("broken host") << "[::1"_ba << 421;
    }
    void isForThisComputer()
    {
        QFETCH(QByteArray, host);
        QTEST(ask("/metrics"_ba, host).status, "status");
        QFETCH(int, status);
        QCOMPARE(ask("/healthz"_ba, host).status == 421, status == 421);
    }
};

QTEST_GUILESS_MAIN(TestOperatorPages)
#include "tst_operatorpages.moc"
