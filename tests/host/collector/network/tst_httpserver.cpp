#include "host/collector/network/httpserver.h"

#include "support/rawhttp.h"
#include "support/semaphore.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using TestSupport::postBytes;
using TestSupport::RawAnswer;
using TestSupport::RawConnection;

namespace {

/// A server that answers with method, target and body, and counts what reached the handler.
struct Echo
{
    std::atomic<int> handled = 0;
    std::atomic<int> refused = 0; ///< the last status that the server gave on its own
    HttpServer server;
    quint16 port = 0;

    explicit Echo(HttpServerOptions options = {})
        : server(
            [this](const HttpRequest &request, const HttpResponder &respond) {
                ++handled;
                respond({200, "text/plain"_ba, request.method + ' ' + request.target + ' ' + request.body, {}});
            },
            withCount(options))
    {
        const auto actual = server.listen(u"127.0.0.1"_s, 0);
        if (!actual)
            qFatal("%s", qPrintable(actual.error().detail));
        port = actual.value();
    }
    HttpServerOptions withCount(HttpServerOptions options)
    {
        options.refused = [this](int status) { refused = status; };
        return options;
    }
};

HttpServerOptions impatient()
{
    HttpServerOptions options;
    options.requestDeadline = 200ms;
    return options;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers()
    {
        Echo echo;
        RawConnection client(echo.port);
        client.send(postBytes("/a?b"_ba, "body"_ba));
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "POST /a?b body"_ba);
        QVERIFY(!answer.header.contains("Server:"));
    }
    void handsOnWhatTheRouterLooksAt()
    {
        HttpRequest seen;
        TestSupport::Semaphore done;
        HttpServer server([&](const HttpRequest &request, const HttpResponder &respond) {
            seen = request;
            respond({204, {}, {}, {{"X-More"_ba, "1"_ba}}});
            done.release();
        });
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        RawConnection client(port.value());
        client.send(
            "PUT /x HTTP/1.1\r\nHOST: h:1\r\ncontent-type: t\r\nContent-Encoding: gzip\r\nIf-None-Match: \"e\"\r\nContent-Length: 1\r\n\r\nb"_ba);
        QVERIFY(done.tryAcquire(1, 5000));
        QCOMPARE(seen.method, "PUT"_ba);
        QCOMPARE(seen.target, "/x"_ba);
        QCOMPARE(seen.host, "h:1"_ba);
        QCOMPARE(seen.contentType, "t"_ba);
        QCOMPARE(seen.contentEncoding, "gzip"_ba);
        QCOMPARE(seen.ifNoneMatch, "\"e\""_ba);
        QCOMPARE(seen.body, "b"_ba);
        QVERIFY(client.answer().header.contains("X-More: 1\r\n"));
    }
    void refusesBrokenMessages_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray line = "POST / HTTP/1.1\r\n"_ba;
        const QByteArray host = "Host: a\r\n"_ba;
        QTest::newRow("no HTTP") << "hello\r\n\r\n"_ba << 400;
        QTest::newRow("no version") << "GET /\r\n\r\n"_ba << 400;
        QTest::newRow("HTTP/2") << "GET / HTTP/2.0\r\nHost: a\r\n\r\n"_ba << 400;
        QTest::newRow("TLS") << QByteArray::fromHex("16030100f8010000f40303") + QByteArray(300, '\1') << 400;
        QTest::newRow("zero byte in target") << "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 400;
        QTest::newRow("space before colon") << line + "Host : a\r\nContent-Length: 0\r\n\r\n" << 400;
        QTest::newRow("no host") << line + "Content-Length: 0\r\n\r\n" << 400;
        QTest::newRow("two hosts") << line + host + "Host: b\r\nContent-Length: 0\r\n\r\n" << 400;
        QTest::newRow("two lengths") << line + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab" << 400;
        QTest::newRow("two lengths that agree")
            << line + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na" << 400;
        QTest::newRow("a list of lengths") << line + host + "Content-Length: 1, 1\r\n\r\na" << 400;
        QTest::newRow("an encoding that ends like chunked")
            << line + host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("compressed and chunked") << line + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
                                                << 400;
        QTest::newRow("chunked twice")
            << line + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("compressed, then chunked")
            << line + host + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("identity") << line + host + "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n" << 400;
        QTest::newRow("chunked in HTTP/1.0")
            << "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("a folded line") << line + host + "X: a\r\n b\r\nContent-Length: 0\r\n\r\n" << 400;
        QTest::newRow("a line folded by a tab") << line + host + "X: a\r\n\tb\r\nContent-Length: 0\r\n\r\n" << 400;
        QTest::newRow("a folded encoding") << line + host + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("the first line is folded") << line + " X: a\r\n" + host + "Content-Length: 0\r\n\r\n" << 400;
        QTest::newRow("a bare line feed") << line + "X: a\n" + host + "Content-Length: 0\r\n\r\n" << 400;
        QTest::newRow("a bare carriage return") << line + "X: a\rb\r\n" + host + "Content-Length: 0\r\n\r\n" << 400;
        QTest::newRow("length and chunked")
            << line + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("chunked and length")
            << line + host + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("negative length") << line + host + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("length of letters") << line + host + "Content-Length: 1x\r\n\r\na" << 400;
        QTest::newRow("endless length") << line + host + "Content-Length: 99999999999999999999999\r\n\r\n" << 400;
        QTest::newRow("bad chunk") << line + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n" << 400;
        QTest::newRow("long header") << line + host + "X: " + QByteArray(Limits::requestHeaderBytes, 'x') + "\r\n\r\n"
                                     << 431;
        QTest::newRow("many headers") << line + host + QByteArray("X: y\r\n").repeated(3000) + "\r\n" << 431;
        QTest::newRow("long target") << "GET /" + QByteArray(200'000, 'x') + " HTTP/1.1\r\n\r\n" << 431;
        QTest::newRow("large length, no body") << line + host + "Content-Length: 104857600\r\n\r\n" << 413;
        QTest::newRow("large body") << postBytes("/"_ba, QByteArray(Limits::requestBytes + 1, 'x')) << 413;
        QTest::newRow("large chunks") << line + host + "Transfer-Encoding: chunked\r\n\r\n"
                                             + QByteArray("1000\r\n" + QByteArray(0x1000, 'x') + "\r\n").repeated(17)
                                             + "0\r\n\r\n"
                                      << 413;
    }
    void refusesBrokenMessages()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Echo echo;
        RawConnection client(echo.port);
        client.send(bytes);
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        QVERIFY(answer.body.startsWith("{\"error\":\""));
        QVERIFY(answer.header.contains("Connection: close"));
        QCOMPARE(echo.handled.load(), 0);
        QCOMPARE(echo.refused.load(), status);
    }
    void takesTheLargestBody()
    {
        Echo echo;
        const QByteArray body(Limits::requestBytes, 'x');
        RawConnection client(echo.port);
        client.send(postBytes("/"_ba, body));
        QCOMPARE(client.answer().body, "POST / "_ba + body);
    }
    void takesChunks()
    {
        Echo echo;
        RawConnection client(echo.port);
        client.send(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"_ba);
        QCOMPARE(client.answer().body, "POST / abc"_ba);
    }
    void aTrailerIsNoHeader()
    {
        HttpRequest seen;
        HttpServer server([&](const HttpRequest &request, const HttpResponder &respond) {
            seen = request;
            respond({200, {}, {}, {}});
        });
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        RawConnection client(port.value());
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"
                    "Host: b\r\nContent-Type: application/json\r\n\r\n"_ba);
        QCOMPARE(client.answer().status, 200);
        QCOMPARE(seen.host, "a"_ba);
        QCOMPARE(seen.contentType, ""_ba);
    }
    void aHeaderMayComeInPieces()
    {
        Echo echo;
        RawConnection client(echo.port);
        for (const QByteArray &piece : {"PO"_ba, "ST / HTTP/1.1\r"_ba, "\nHost: a\r\nTransfer-Enc"_ba,
                                        "oding: CHUNKED\r\n\r"_ba, "\n1\r\na\r\n0\r\n\r\n"_ba}) {
            QVERIFY(client.sendAlone(piece));
        }
        QCOMPARE(client.answer().body, "POST / a"_ba);
    }
    void bidsAWaitingClientGoOn()
    {
        Echo echo;
        RawConnection client(echo.port);
        client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"_ba);
        QCOMPARE(client.answer().status, 100);
        client.send("ab"_ba);
        QCOMPARE(client.answer().body, "POST / ab"_ba);
    }
    void keepsTheConnection()
    {
        Echo echo;
        RawConnection client(echo.port);
        for (const QByteArray &target : {"/1"_ba, "/2"_ba, "/3"_ba}) {
            client.send(postBytes(target, {}));
            QCOMPARE(client.answer().body, "POST "_ba + target + ' ');
        }
        client.send(postBytes("/4"_ba, {}, "Connection: close\r\n"_ba));
        QCOMPARE(client.answer().body, "POST /4 "_ba);
        QVERIFY(client.closes());
    }
    void answersPipelinedRequestsInOrder()
    {
        Echo echo;
        RawConnection client(echo.port);
        client.send(postBytes("/1"_ba, "a"_ba) + postBytes("/2"_ba, "b"_ba) + postBytes("/3"_ba, "c"_ba));
        QCOMPARE(client.answer().body, "POST /1 a"_ba);
        QCOMPARE(client.answer().body, "POST /2 b"_ba);
        QCOMPARE(client.answer().body, "POST /3 c"_ba);
    }
    /// Whoever reads a body there takes the next answer for it.
    void anAnswerToHeadHasTheLengthAndNoBody()
    {
        Echo echo;
        RawConnection client(echo.port);
        for (int i = 0; i < 2; ++i) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
            const RawAnswer head = client.answerToHead();
            QCOMPARE(head.status, 200);
            QVERIFY(head.header.contains("Content-Type: text/plain\r\n"));
            QVERIFY(head.header.contains("Content-Length: 7\r\n")); // "HEAD / "
        }
        client.send(postBytes("/"_ba, "a"_ba, "Connection: close\r\n"_ba));
        QCOMPARE(client.answer().body, "POST / a"_ba);
        QVERIFY(client.closes());
    }
    void whatHasNoBodyHasNoLength_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("no content") << 204;
        QTest::newRow("not modified") << 304;
    }
    void whatHasNoBodyHasNoLength()
    {
        QFETCH(int, status);
        HttpServer server([status](const HttpRequest &, const HttpResponder &respond) {
            respond({status, {}, {}, {}});
        });
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        RawConnection client(port.value());
        for (int i = 0; i < 2; ++i) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
            const RawAnswer answer = client.answer();
            QCOMPARE(answer.status, status);
            QVERIFY(!answer.header.toLower().contains("content-length"));
            QVERIFY(!answer.header.toLower().contains("transfer-encoding"));
        }
    }
    void closesOnSlowClients_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("half a header") << "POST / HTTP/1.1\r\nHost: a\r\nX"_ba;
        QTest::newRow("half a body") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"_ba;
        QTest::newRow("half a chunk") << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc"_ba;
    }
    void closesOnSlowClients()
    {
        QFETCH(QByteArray, bytes);
        Echo echo(impatient());
        RawConnection client(echo.port);
        client.send(bytes);
        QVERIFY(client.closes());
        QCOMPARE(echo.handled.load(), 0);
    }
    void drippingBytesDoesNotMoveTheDeadline()
    {
        Echo echo(impatient());
        QTcpSocket dripping;
        dripping.connectToHost(u"127.0.0.1"_s, echo.port);
        QVERIFY(dripping.waitForConnected(5000));
        QElapsedTimer time;
        time.start();
        dripping.write("POST / HTTP/1.1\r\nHost: a\r\nX: ");
        while (dripping.state() == QAbstractSocket::ConnectedState && time.elapsed() < 10'000) {
            dripping.write("x");
            (void)dripping.waitForReadyRead(20);
        }
        QVERIFY2(time.elapsed() < 5'000, "the connection lives as long as bytes come");
        QCOMPARE(echo.handled.load(), 0);
    }
    void answersWhenTheHandlerNeverDoes()
    {
        HttpServerOptions options;
        options.answerDeadline = 50ms;
        HttpResponder kept;
        TestSupport::Semaphore handled;
        auto server = std::make_unique<HttpServer>(
            [&](const HttpRequest &, const HttpResponder &respond) {
                kept = respond;
                handled.release();
            },
            options);
        const auto port = server->listen(u"127.0.0.1"_s, 0);
        RawConnection client(port.value());
        client.send(postBytes("/"_ba, {}));
        QCOMPARE(client.answer().status, 503);
        QVERIFY(handled.tryAcquire(1, 5000));
        kept({200, {}, "late"_ba, {}}); // nobody hears it
        client.send(postBytes("/"_ba, {}));
        QCOMPARE(client.answer().status, 503);
        QVERIFY(handled.tryAcquire(1, 5000));
        server.reset();
        kept({200, {}, "later than the server"_ba, {}});
    }
    void answersFromAnotherThread()
    {
        std::thread other;
        HttpServer server([&](const HttpRequest &, const HttpResponder &respond) {
            other = std::thread([respond] {
                respond({200, {}, "first"_ba, {}});
                respond({200, {}, "second"_ba, {}});
            });
        });
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        RawConnection client(port.value());
        client.send(postBytes("/"_ba, {}));
        const RawAnswer answer = client.answer();
        other.join();
        QCOMPARE(answer.body, "first"_ba);
    }
    void closesConnectionsThatAreTooMany()
    {
        HttpServerOptions options;
        options.connections = 1;
        Echo echo(options);
        {
            RawConnection first(echo.port);
            first.send(postBytes("/"_ba, {}));
            QCOMPARE(first.answer().status, 200);
            RawConnection second(echo.port);
            QVERIFY(second.closes());
            first.send(postBytes("/"_ba, {}));
            QCOMPARE(first.answer().status, 200);
        }
        const auto served = [&] {
            RawConnection third(echo.port);
            third.send(postBytes("/"_ba, {}));
            return third.answer().status == 200;
        };
        bool once = false; // QTRY evaluates again what was true, and that one would be one too many
        QTRY_VERIFY(once || (once = served())); // the first one's place is free again
    }
    void stopLetsTheAnswerOut()
    {
        HttpResponder respond;
        TestSupport::Semaphore asked;
        HttpServer server([&](const HttpRequest &, const HttpResponder &r) {
            respond = r;
            asked.release();
        });
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        RawConnection busy(port.value());
        RawConnection idle(port.value());
        busy.send(postBytes("/"_ba, {}));
        QVERIFY(asked.tryAcquire(1, 5000));
        std::thread stopper([&] { server.stop(); });
        const bool idleClosed = idle.closes(); // so the stop has begun
        respond({202, {}, "kept"_ba, {}});
        const RawAnswer answer = busy.answer();
        const bool busyClosed = busy.closes();
        stopper.join();
        QVERIFY(idleClosed);
        QCOMPARE(answer.body, "kept"_ba);
        QVERIFY(busyClosed);
        QVERIFY(!RawConnection(port.value()).connected());
    }
    /// What a handler makes of them takes more memory than they do.
    void onlySomeBodiesAreInHand()
    {
        HttpServerOptions options;
        options.bodiesInHand = 10;
        std::mutex mutex;
        QList<QPair<QByteArray, HttpResponder>> inHand;
        TestSupport::Semaphore asked;
        HttpServer server(
            [&](const HttpRequest &request, const HttpResponder &respond) {
                const std::lock_guard lock(mutex);
                inHand.append({request.body, respond});
                asked.release();
            },
            options);
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        const QByteArrayList bodies{QByteArray(50, 'a'), "four"_ba, "five5"_ba, "more"_ba, "last"_ba};
        std::vector<std::unique_ptr<RawConnection>> clients;
        for (const QByteArray &body : bodies) {
            clients.push_back(std::make_unique<RawConnection>(port.value()));
            clients.back()->send(postBytes("/"_ba, body));
            if (clients.size() == 1)
                QVERIFY(asked.tryAcquire(1, 5000)); // the large one is taken in any case
        }
        const auto answer = [&](qsizetype place) {
            const std::lock_guard lock(mutex);
            inHand.at(place).second({200, {}, inHand.at(place).first, {}});
        };
        qsizetype most = 0;
        for (qsizetype place = 0; place < bodies.size(); ++place) {
            if (place > 0)
                QVERIFY(asked.tryAcquire(1, 5000));
            {
                const std::lock_guard lock(mutex);
                most = std::max(most, inHand.size() - place);
            }
            answer(place);
        }
        QVERIFY(most <= 2); // of the small ones two have room together
        for (std::size_t i = 0; i < clients.size(); ++i)
            QCOMPARE(clients[i]->answer().body, bodies.at(qsizetype(i)));
    }
    void stopDoesNotWaitForEver()
    {
        HttpServerOptions options;
        options.drain = 50ms;
        HttpResponder kept;
        TestSupport::Semaphore asked;
        HttpServer server(
            [&](const HttpRequest &, const HttpResponder &respond) {
                kept = respond;
                asked.release();
            },
            options);
        const auto port = server.listen(u"127.0.0.1"_s, 0);
        RawConnection client(port.value());
        client.send(postBytes("/"_ba, {}));
        QVERIFY(asked.tryAcquire(1, 5000));
        QElapsedTimer time;
        time.start();
        server.stop();
        QVERIFY(time.elapsed() < 5000);
    }
    void saysWhyItCannotListen()
    {
        Echo echo;
        HttpServer second([](const HttpRequest &, const HttpResponder &) {});
        const auto taken = second.listen(u"127.0.0.1"_s, echo.port);
        QVERIFY(!taken);
        QCOMPARE(int(taken.error().code), int(Error::Code::Io));
        HttpServer third([](const HttpRequest &, const HttpResponder &) {});
        const auto name = third.listen(u"localhost"_s, 0);
        QVERIFY(!name);
        QCOMPARE(int(name.error().code), int(Error::Code::Invalid));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
