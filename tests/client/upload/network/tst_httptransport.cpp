#include "client/upload/network/httptransport.h"

#include "support/rawserver.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Failure = TransportReply::Failure;

namespace {

Request requestTo(const QString &base, const QByteArray &body = R"({"dictionary":1,"events":[{}]})")
{
    return {Level::Basic,
            "POST",
            QUrl(base + u"/v1/basic/events"_s),
            {{"Host", QUrl(base).authority().toLatin1()},
             {"Connection", "close"},
             {"Content-Length", QByteArray::number(body.size())},
             {"Content-Type", "application/json"},
             {"Accept", "application/json"},
             {"Accept-Encoding", "identity"},
             {"Accept-Language", "*"},
             {"User-Agent", "napari-telemetry/1"}},
            body};
}

/// A request as it has to be on the wire; Qt has an order of its own.
QByteArrayList sortedLines(const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    std::sort(lines.begin() + 1, lines.end());
    return lines;
}

} // namespace

class TestHttpTransport : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<RawServer> m_server;
    QList<TransportReply> m_replies;

    bool exchange(HttpTransport &transport, const Request &request)
    {
        m_replies.clear();
        transport.send(request, [this](const TransportReply &reply) { m_replies.append(reply); });
        return m_replies.isEmpty() && QTest::qWaitFor([this] { return !m_replies.isEmpty(); }) && m_replies.size() == 1;
    }
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawServer>();
        m_replies.clear();
    }
    void theWireCarriesTheRequestAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("C") << QByteArray("C");
        QTest::newRow("German") << QByteArray("de_DE.UTF-8");
        QTest::newRow("Japanese") << QByteArray("ja_JP.UTF-8");
    }
    void theWireCarriesTheRequestAndNothingElse()
    {
        QFETCH(QByteArray, language);
        for (const char *variable : {"LANG", "LC_ALL", "LANGUAGE"})
            qputenv(variable, language);
        QLocale::setDefault(QLocale(QString::fromLatin1(language)));
        m_server->answers = {RawServer::http("202 Accepted", R"({"refused":[]})")};
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        const QByteArray expected = "POST /v1/basic/events HTTP/1.1\r\n"
                                    "Content-Type: application/json\r\n"
                                    "Accept: application/json\r\n"
                                    "Accept-Encoding: identity\r\n"
                                    "Accept-Language: *\r\n"
                                    "User-Agent: napari-telemetry/1\r\n"
                                    "Connection: close\r\n"
                                    "Content-Length: 30\r\n"
                                    "Host: 127.0.0.1:"
                                    + QByteArray::number(m_server->serverPort());
        QCOMPARE(m_server->received.size(), 1);
        const qsizetype end = m_server->received[0].indexOf("\r\n\r\n");
        QCOMPARE(sortedLines(m_server->received[0].first(end) + "\r\n"), sortedLines(expected + "\r\n"));
        QCOMPARE(m_server->received[0].mid(end + 4), requestTo({}).body);
        for (const char *variable : {"LC_ALL", "LANGUAGE"})
            qunsetenv(variable);
    }
    void answersArriveWhole_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("accepted") << QByteArray("202 Accepted") << 202;
        QTest::newRow("ok") << QByteArray("200 OK") << 200;
        QTest::newRow("bad request") << QByteArray("400 Bad Request") << 400;
        QTest::newRow("unauthorised") << QByteArray("401 Unauthorized") << 401;
        QTest::newRow("forbidden") << QByteArray("403 Forbidden") << 403;
        QTest::newRow("not found") << QByteArray("404 Not Found") << 404;
        QTest::newRow("a proxy's word") << QByteArray("407 Proxy Authentication Required") << 407;
        QTest::newRow("too large") << QByteArray("413 Content Too Large") << 413;
        QTest::newRow("the law") << QByteArray("451 Unavailable For Legal Reasons") << 451;
        QTest::newRow("too many") << QByteArray("429 Too Many Requests") << 429;
        QTest::newRow("server") << QByteArray("500 Internal Server Error") << 500;
        QTest::newRow("unavailable") << QByteArray("503 Service Unavailable") << 503;
        QTest::newRow("a portal's") << QByteArray("511 Network Authentication Required") << 511;
    }
    void answersArriveWhole()
    {
        QFETCH(QByteArray, status);
        m_server->answers = {RawServer::http(status, "the body", "Proxy-Authenticate: Basic realm=\"x\"\r\n")};
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QCOMPARE(m_replies[0].failure, Failure::None);
        QTEST(m_replies[0].status, "code");
        QCOMPARE(m_replies[0].body, QByteArray("the body"));
    }
    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status :
             {"301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"})
            QTest::newRow(status) << QByteArray(status);
    }
    void aRedirectIsNotFollowed()
    {
        QFETCH(QByteArray, status);
        RawServer elsewhere;
        QSignalSpy visitors(&elsewhere, &QTcpServer::newConnection);
        for (const QByteArray &target : {elsewhere.base().toLatin1(), QByteArray()}) {
            m_server->answers = {RawServer::http(status, {}, "Location: " + target + "/elsewhere\r\n")};
            HttpTransport transport;
            QVERIFY(exchange(transport, requestTo(m_server->base())));
            QCOMPARE(m_replies[0].failure, Failure::None);
            QCOMPARE(m_replies[0].status, status.first(3).toInt());
        }
        QCOMPARE(m_server->received.size(), 2);
        QCOMPARE(visitors.size(), 0);
    }
    void noCookieComesBackAndNoConnectionIsUsedTwice()
    {
        m_server->answers = {RawServer::http("202 Accepted", "{}", "Set-Cookie: id=1; Path=/\r\n"),
                             RawServer::http("202 Accepted", "{}")};
        m_server->answers[0].close = false;
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QCOMPARE(m_server->received.size(), 2);
        QVERIFY(!m_server->received[1].toLower().contains("cookie"));
    }
    void credentialsAreNotAskedForAndNotSent()
    {
        m_server->answers = {RawServer::http("401 Unauthorized", {}, "WWW-Authenticate: Basic realm=\"x\"\r\n")};
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QCOMPARE(m_replies[0].status, 401);
        QCOMPARE(m_server->received.size(), 1);
    }
    void brokenAnswersAreNetworkFailures_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("closed at once") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\0\1\2garbage\r\n\r\n", 14);
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("cut in the headers") << QByteArray("HTTP/1.1 202 Acc");
        QTest::newRow("cut in the body") << QByteArray("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{\"refu");
        QTest::newRow("cut in an error's body")
            << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 100\r\n\r\nx");
    }
    void brokenAnswersAreNetworkFailures()
    {
        QFETCH(QByteArray, answer);
        m_server->answers = {{answer}, {answer}, {answer}, {answer}};
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QVERIFY(m_replies[0].failure != Failure::None || m_replies[0].status >= 500);
        QVERIFY(m_replies[0].failure == Failure::None || !m_replies[0].detail.isEmpty());
        QVERIFY(m_replies[0].mayHaveArrived); // the server had all of it
    }
    void silenceTimesOut_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no answer") << QByteArray();
        QTest::newRow("half an answer") << QByteArray("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{");
    }
    void silenceTimesOut()
    {
        QFETCH(QByteArray, answer);
        m_server->answers = {{answer, false}};
        HttpTransport transport({200, Limits::responseBytes});
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QCOMPARE(m_replies[0].failure, Failure::Timeout);
        QVERIFY(!m_replies[0].detail.isEmpty());
        QVERIFY(m_replies[0].mayHaveArrived);
    }
    void aHugeAnswerIsNotRead_data()
    {
        QTest::addColumn<RawServer::Answer>("answer");
        const QByteArray huge(20'000'000, 'x');
        QTest::newRow("announced") << RawServer::http("202 Accepted", huge);
        QTest::newRow("without length") << RawServer::Answer{"HTTP/1.1 202 Accepted\r\n\r\n" + huge, true};
        QTest::newRow("one byte too many") << RawServer::http("202 Accepted", huge.first(1001));
    }
    void aHugeAnswerIsNotRead()
    {
        QFETCH(RawServer::Answer, answer);
        m_server->answers = {answer};
        HttpTransport transport({Limits::transferTimeoutMs, 1000});
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QCOMPARE(m_replies[0].failure, Failure::TooLarge);
        QVERIFY(m_replies[0].body.isEmpty());
    }
    void anAnswerOfExactlyTheLimitIsRead()
    {
        m_server->answers = {RawServer::http("202 Accepted", QByteArray(1000, 'x'))};
        HttpTransport transport({Limits::transferTimeoutMs, 1000});
        QVERIFY(exchange(transport, requestTo(m_server->base())));
        QCOMPARE(m_replies[0].body.size(), 1000);
    }
    void nobodyListens()
    {
        const QString base = m_server->base();
        m_server->close();
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(base)));
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QVERIFY(!m_replies[0].detail.isEmpty());
        QVERIFY(!m_replies[0].mayHaveArrived);
    }
    void nothingIsSentWithoutEncryption_data()
    {
        QTest::addColumn<QString>("base");
        QTest::newRow("a name") << u"http://basic.telemetry.napari.org"_s;
        QTest::newRow("localhost is a name, too") << u"http://localhost:%1"_s;
        QTest::newRow("another computer") << u"http://192.0.2.1:%1"_s;
        QTest::newRow("another protocol") << u"ftp://127.0.0.1:%1"_s;
        QTest::newRow("a file") << u"file:///tmp"_s;
    }
    void nothingIsSentWithoutEncryption()
    {
        QFETCH(QString, base);
        if (base.contains(u'%'))
            base = base.arg(m_server->serverPort());
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(base)));
        QCOMPARE(m_replies[0].failure, Failure::Refused);
        QVERIFY(!m_replies[0].mayHaveArrived);
        QVERIFY(m_server->received.isEmpty());
    }
    void noPlainTextGoesToAServerWithoutTls()
    {
        m_server->answers = {{"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"}};
        HttpTransport transport({2'000, Limits::responseBytes});
        QVERIFY(exchange(transport, requestTo(u"https://127.0.0.1:%1"_s.arg(m_server->serverPort()))));
        QVERIFY(m_replies[0].failure == Failure::Network || m_replies[0].failure == Failure::NoTls);
        QVERIFY(!m_replies[0].mayHaveArrived);
        for (const QByteArray &received : m_server->received)
            QVERIFY(!received.contains("POST") && !received.contains("dictionary"));
    }
    void cancelledCallsNobodyAndDropsTheConnection()
    {
        HttpTransport transport;
        transport.send(requestTo(m_server->base()), [this](const TransportReply &reply) { m_replies.append(reply); });
        QTRY_COMPARE(m_server->received.size(), 1);
        QTRY_VERIFY(!m_server->received[0].isEmpty());
        transport.cancel();
        QTRY_COMPARE(m_server->closed, 1);
        QVERIFY(m_replies.isEmpty());
        m_server->answers = {RawServer::http("202 Accepted", "{}")};
        QVERIFY(exchange(transport, requestTo(m_server->base()))); // and works again
    }
    void destroyedInFlightCallsNobody()
    {
        {
            HttpTransport transport;
            transport.send(requestTo(m_server->base()),
                           [this](const TransportReply &reply) { m_replies.append(reply); });
            QTRY_COMPARE(m_server->received.size(), 1);
        }
        QTRY_COMPARE(m_server->closed, 1);
        QVERIFY(m_replies.isEmpty());
    }
    void whoIsCalledMaySendAgainOrDestroy()
    {
        m_server->answers = {RawServer::http("202 Accepted", "1"), RawServer::http("202 Accepted", "2")};
        auto transport = std::make_unique<HttpTransport>();
        QByteArray bodies;
        transport->send(requestTo(m_server->base()), [&](const TransportReply &first) {
            bodies += first.body;
            transport->send(requestTo(m_server->base()), [&](const TransportReply &second) {
                transport.reset();
                bodies += second.body;
            });
        });
        QTRY_COMPARE(bodies, QByteArray("12"));
    }
    void whatIsNotUsedOpensNothing()
    {
        const HttpTransport transport;
        QCoreApplication::processEvents();
        QVERIFY(m_server->received.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
