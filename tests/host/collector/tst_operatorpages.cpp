#include "host/collector/operatorpages.h"

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
    }
    void saysThatItRuns() { QCOMPARE(ask("/healthz"_ba).body, "ok\n"_ba); }
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
        for (const QByteArray &target : {"/healthz"_ba, "/metrics"_ba})
            QTEST(ask(target, host).status, "status");
    }
};

QTEST_GUILESS_MAIN(TestOperatorPages)
#include "tst_operatorpages.moc"
