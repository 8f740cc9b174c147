#include "client/upload/outcome.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kind = UploadOutcome::Kind;

class TestOutcome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statusDecides_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const int accepted = static_cast<int>(Kind::Accepted);
        const int retry = static_cast<int>(Kind::RetryLater);
        const int rejected = static_cast<int>(Kind::Rejected);
        const QByteArray good = R"({"refused":[]})";
        QTest::newRow("202") << 202 << good << accepted;
        QTest::newRow("202 with refusals")
            << 202 << QByteArray(R"({"refused":[{"index":1,"reason":"closed"}]})") << accepted;
        QTest::newRow("202 with a page") << 202 << QByteArray("<html>Sign in</html>") << retry;
        QTest::newRow("202 with nothing") << 202 << QByteArray() << retry;
        QTest::newRow("202 that refuses a stranger")
            << 202 << QByteArray(R"({"refused":[{"index":3,"reason":"x"}]})") << retry;
        QTest::newRow("200 of a captive portal") << 200 << good << retry;
        QTest::newRow("204") << 204 << QByteArray() << retry;
        for (const int status : {301, 302, 303, 304, 307, 308})
            QTest::addRow("%d", status) << status << good << retry;
        for (const int status : {407, 408, 425, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << good << retry;
        for (const int status : {400, 404, 405, 409, 413, 415, 421, 422, 431})
            QTest::addRow("%d", status) << status << QByteArray(R"({"error":"no such page"})") << rejected;
        QTest::newRow("200 with nothing") << 200 << QByteArray() << retry;
        QTest::newRow("200 with a page") << 200 << QByteArray("<html>Sign in</html>") << retry;
        QTest::newRow("202 of a gateway") << 202 << QByteArray(R"({"status":"accepted"})") << retry;
        QTest::newRow("202 of an erasing") << 202 << QByteArray("{}") << retry;
        QTest::newRow("202 with a refusal of nothing") << 202 << QByteArray(R"({"refused":null})") << retry;
        for (const int status : {401, 402, 403, 407, 451, 511}) // many a gateway has this form, too
            QTest::addRow("%d in the collector's form", status) << status << QByteArray(R"({"error":"x"})") << retry;
        QTest::newRow("404 of a gateway") << 404 << QByteArray(R"({"error":"Not Found","status":404})") << retry;
        // A filter's, a proxy's or a portal's.
        for (const int status : {400, 401, 403, 404, 407, 410, 451, 511}) {
            QTest::addRow("%d with a page", status) << status << QByteArray("<html>Blocked</html>") << retry;
            QTest::addRow("%d with nothing", status) << status << QByteArray() << retry;
            QTest::addRow("%d with other JSON", status) << status << QByteArray(R"({"message":"blocked"})") << retry;
            QTest::addRow("%d with a list", status) << status << QByteArray(R"(["error"])") << retry;
        }
    }
    void statusDecides()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const BatchVerdict verdict = judge({TransportReply::Failure::None, status, body, {}}, 3);
        QTEST(static_cast<int>(verdict.kind), "kind");
        QCOMPARE(verdict.detail.isEmpty(), verdict.kind == Kind::Accepted);
        QVERIFY(verdict.kind == Kind::Accepted || verdict.refused.isEmpty());
    }
    void anErasingIsDoneOnlyWhenTheCollectorSaysSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const int accepted = static_cast<int>(Kind::Accepted);
        const int retry = static_cast<int>(Kind::RetryLater);
        const int rejected = static_cast<int>(Kind::Rejected);
        QTest::newRow("202") << 202 << QByteArray("{}") << accepted;
        // Receipts go after an acceptance, so nobody else's yes may do.
        QTest::newRow("202 of a gateway") << 202 << QByteArray(R"({"status":"accepted"})") << retry;
        QTest::newRow("202 of events") << 202 << QByteArray(R"({"refused":[]})") << retry;
        QTest::newRow("202 with a list") << 202 << QByteArray("[]") << retry;
        QTest::newRow("202 with a page") << 202 << QByteArray("<html>Sign in</html>") << retry;
        QTest::newRow("202 with nothing") << 202 << QByteArray() << retry;
        QTest::newRow("200 of a captive portal") << 200 << QByteArray("{}") << retry;
        QTest::newRow("redirect") << 307 << QByteArray("{}") << retry;
        QTest::newRow("busy") << 503 << QByteArray("{}") << retry;
        QTest::newRow("another level's host") << 421 << QByteArray(R"({"error":"another host"})") << rejected;
        QTest::newRow("a filter's page") << 403 << QByteArray("<html>Blocked</html>") << retry;
    }
    void anErasingIsDoneOnlyWhenTheCollectorSaysSo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const BatchVerdict verdict = judgeErasing({TransportReply::Failure::None, status, body, {}});
        QTEST(static_cast<int>(verdict.kind), "kind");
        QCOMPARE(verdict.detail.isEmpty(), verdict.kind == Kind::Accepted);
    }
    void aFailureIsTriedAgainWithItsReason_data()
    {
        QTest::addColumn<int>("failure");
        for (int failure = 1; failure <= static_cast<int>(TransportReply::Failure::Refused); ++failure)
            QTest::addRow("%d", failure) << failure;
    }
    void aFailureIsTriedAgainWithItsReason()
    {
        QFETCH(int, failure);
        const BatchVerdict verdict = judge({static_cast<TransportReply::Failure>(failure), 0, {}, u"no cable"_s}, 3);
        QVERIFY(verdict.kind == Kind::RetryLater);
        QCOMPARE(verdict.detail, u"no cable"_s);
        const BatchVerdict erasing =
            judgeErasing({static_cast<TransportReply::Failure>(failure), 0, {}, u"no cable"_s});
        QVERIFY(erasing.kind == Kind::RetryLater);
        QCOMPARE(erasing.detail, u"no cable"_s);
    }
    void whoAnsweredIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        for (const int status : {200, 202, 304, 403, 404, 407, 451, 511})
            QTest::addRow("%d", status) << status << u"Somebody else answered"_s;
        for (const int status : {301, 302, 307})
            QTest::addRow("%d", status) << status << u"another address"_s;
        for (const int status : {429, 500, 502, 503})
            QTest::addRow("%d", status) << status << u"not available now"_s;
    }
    void whoAnsweredIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QString, words);
        const TransportReply page{TransportReply::Failure::None, status, "<html>Sign in</html>", {}};
        for (const BatchVerdict &verdict : {judge(page, 3), judgeErasing(page)}) {
            QVERIFY(verdict.kind == Kind::RetryLater);
            QVERIFY2(verdict.detail.contains(words) && verdict.detail.contains(QString::number(status)),
                     qPrintable(verdict.detail));
        }
    }
    void nobodyElseAsksToWait_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("followed");
        for (const int status : {200, 202, 302, 304, 403, 404, 407, 451, 511})
            QTest::addRow("%d", status) << status << false;
        for (const int status : {408, 425, 429, 500, 503})
            QTest::addRow("%d", status) << status << true;
    }
    void nobodyElseAsksToWait()
    {
        QFETCH(int, status);
        QFETCH(bool, followed);
        const TransportReply reply{TransportReply::Failure::None, status, "<html>Sign in</html>", {}, true, "3600"};
        QCOMPARE(judge(reply, 3).retryAfter, followed ? QByteArray("3600") : QByteArray());
    }
    void reasonsFromOutsideAreMadeHarmless()
    {
        const QByteArray body =
            "{\"refused\":[{\"index\":0,\"reason\":\"a\\nb\\u0000c " + QByteArray(5000, 'x') + "\"}]}";
        const BatchVerdict verdict = judge({TransportReply::Failure::None, 202, body, {}}, 1);
        QCOMPARE(verdict.refused.size(), 1);
        QVERIFY(verdict.refused[0].reason.startsWith(u"a b c xxx"_s));
        QVERIFY(verdict.refused[0].reason.size() <= 200);
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
