#include "client/spool/disk/sqlitespool.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"
#include "support/grants.h"
#include "support/rawserver.h"
#include "support/values.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <csignal>
#include <sys/resource.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kind = UploadOutcome::Kind;
using State = SpooledEvent::State;

namespace {

/// A server that answers each whole request as it is told, as badly as it is told.
class FaultyServer final : public QTcpServer
{
public:
    using Behaviour = std::function<void(QTcpSocket *)>;
    explicit FaultyServer(Behaviour behaviour)
        : m_behaviour(std::move(behaviour))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++connections;
                const auto received = std::make_shared<QByteArray>();
                connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
                    const QByteArray piece = socket->readAll();
                    requests += received->isEmpty() ? 1 : 0;
                    bytes += piece;
                    *received += piece;
                    if (received->endsWith("]}"))
                        m_behaviour(socket);
                });
            }
        });
    }
    [[nodiscard]] QString base() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }
    int connections = 0;
    int requests = 0; ///< connections that have said something
    QByteArray bytes; ///< of all connections

private:
    Behaviour m_behaviour;
};

FaultyServer::Behaviour saying(const QByteArray &answer)
{
    return [answer](QTcpSocket *socket) {
        socket->write(answer);
        socket->disconnectFromHost();
    };
}

/// Goes on writing as long as the other side reads.
void pour(QTcpSocket *socket, const QByteArray &head, const QByteArray &piece, int everyMs)
{
    socket->write(head);
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, piece] {
        if (socket->bytesToWrite() < 1'000'000)
            socket->write(piece);
    });
    timer->start(everyMs);
}

const QByteArray yes = "HTTP/1.1 202 Accepted\r\nContent-Length: 14\r\n\r\n{\"refused\":[]}";

} // namespace

/// Whatever a network or a server does, nothing is lost and nothing is claimed that is not so.
class TestNetworkFaults : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteSpool> m_spool;
    UploadReport m_report;

    std::unique_ptr<Uploader> uploaderTo(const QString &base, const HttpTransport::Bounds &bounds = {})
    {
        return std::make_unique<Uploader>(ConsentGate::forTest(Level::Full), *m_spool, TestSupport::dictionary(),
                                          Endpoints::onLoopback(base).value(), std::make_unique<HttpTransport>(bounds));
    }
    bool sendAndWait(const QString &base, const HttpTransport::Bounds &bounds = {})
    {
        const auto uploader = uploaderTo(base, bounds);
        bool done = false;
        uploader->sendPending({{Level::Basic}, {}}, [&](const UploadReport &report) {
            m_report = report;
            done = true;
        });
        return QTest::qWaitFor([&] { return done; }, 20'000);
    }
    /// The next attempt sends the same bytes, which are the same row at the collector.
    void arrivesAgainWith(const QByteArray &request)
    {
        FaultyServer healthy(saying(yes));
        QVERIFY(sendAndWait(healthy.base()));
        QVERIFY(event().state == State::Sent);
        const auto body = [](const QByteArray &bytes) { return bytes.mid(bytes.indexOf("\r\n\r\n")); };
        QVERIFY(!request.isEmpty());
        QCOMPARE(body(healthy.bytes), body(request));
    }
    [[nodiscard]] SpooledEvent event() const { return m_spool->events().value().first(); }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(),
                                       m_folder->filePath(u"spool.sqlite"_s));
        QVERIFY(spool.ok());
        m_spool = std::move(spool).value();
        QVERIFY(
            m_spool->record(TestSupport::event(u"napari"_s, TestSupport::dictionary().topic(u"napari")->example)).ok());
    }
    void cleanup() { m_spool.reset(); }
    void aFaultLosesNothingAndTheNextAttemptArrives_data()
    {
        QTest::addColumn<FaultyServer::Behaviour>("fault");
        QTest::newRow("reset before the answer") << FaultyServer::Behaviour([](QTcpSocket *s) { s->abort(); });
        QTest::newRow("reset in the middle") << FaultyServer::Behaviour([](QTcpSocket *s) {
            s->write(yes.first(yes.size() - 5));
            s->flush();
            s->abort();
        });
        QTest::newRow("half an answer, closed") << saying(yes.first(yes.size() - 5));
        QTest::newRow("half an answer, open")
            << FaultyServer::Behaviour([](QTcpSocket *s) { s->write(yes.first(30)); });
        QTest::newRow("silence") << FaultyServer::Behaviour([](QTcpSocket *) {});
        QTest::newRow("endless") << FaultyServer::Behaviour(
            [](QTcpSocket *s) { pour(s, "HTTP/1.1 202 Accepted\r\n\r\n", QByteArray(100'000, 'x'), 0); });
        QTest::newRow("endless headers") << FaultyServer::Behaviour(
            [](QTcpSocket *s) { pour(s, "HTTP/1.1 202 Accepted\r\n", "X: " + QByteArray(1000, 'x') + "\r\n", 0); });
        QTest::newRow("a byte at a time") << FaultyServer::Behaviour(
            [](QTcpSocket *s) { pour(s, "HTTP/1.1 202 Accepted\r\nContent-Length: 10000\r\n\r\n", "x", 40); });
        QTest::newRow("100 MB") << FaultyServer::Behaviour([](QTcpSocket *s) {
            pour(s, "HTTP/1.1 202 Accepted\r\nContent-Length: 104857600\r\n\r\n", QByteArray(500'000, 'x'), 0);
        });
        QTest::newRow("length too long") << saying(
            "HTTP/1.1 202 Accepted\r\nContent-Length: 999\r\n\r\n{\"refused\":[]}");
        QTest::newRow("length too short")
            << saying("HTTP/1.1 202 Accepted\r\nContent-Length: 3\r\n\r\n{\"refused\":[]}");
        QTest::newRow("length is no number")
            << saying("HTTP/1.1 202 Accepted\r\nContent-Length: many\r\n\r\n{\"refused\":");
        QTest::newRow("garbage status line") << saying("HTTP/1.1 yes Accepted\r\n\r\n{\"refused\":[]}");
        QTest::newRow("garbage") << saying(QByteArray("\0\xff\r\n\r\n", 6));
        QTest::newRow("another protocol") << saying("220 mail.example ESMTP\r\n");
        QTest::newRow("200 of somebody else")
            << saying("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"refused\":[]}");
        QTest::newRow("204") << saying("HTTP/1.1 204 No Content\r\n\r\n");
        QTest::newRow("202 of a sign-in page") << saying("HTTP/1.1 202 Accepted\r\nContent-Length: 6\r\n\r\n<html>");
        for (const char *status : {"301 Moved", "302 Found", "304 Not Modified", "307 Temporary", "308 Permanent",
                                   "407 Proxy", "408 Timeout", "425 Early", "429 Many", "500 Error", "502 Gateway",
                                   "503 Unavailable", "504 Gateway", "599 Else"})
            QTest::newRow(status) << saying("HTTP/1.1 " + QByteArray(status) + "\r\nContent-Length: 0\r\n\r\n");
    }
    void aFaultLosesNothingAndTheNextAttemptArrives()
    {
        QFETCH(FaultyServer::Behaviour, fault);
        {
            FaultyServer server(fault);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(sendAndWait(server.base(), {300, Limits::responseBytes, 1000}));
            QVERIFY(timer.elapsed() < 5000);
            QCOMPARE(server.requests, 1); // nothing repeats it but the scheduler
            QCOMPARE(m_report.outcomes.size(), 1);
            QVERIFY(m_report.outcomes[0].kind == Kind::RetryLater);
            QVERIFY(!m_report.outcomes[0].detail.isEmpty());
            QVERIFY(event().state == State::Pending);
            QCOMPARE(event().receipt, event().bytes); // the server may have it: it can be erased
        }
        FaultyServer healthy(saying(yes));
        QVERIFY(sendAndWait(healthy.base()));
        QVERIFY(event().state == State::Sent);
    }
    void aFiltersPageSetsNothingAside()
    {
        const QByteArray body = "<html><h1>Blocked by your organisation</h1></html>";
        FaultyServer server(saying("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: "
                                   + QByteArray::number(body.size()) + "\r\n\r\n" + body));
        QVERIFY(sendAndWait(server.base()));
        QVERIFY(m_report.outcomes[0].kind == Kind::RetryLater);
        QVERIFY(event().state == State::Pending);
    }
    void whatIsRefusedForGoodIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"400 Bad Request", "404 Not Found", "405 Method Not Allowed", "410 Gone",
                                   "413 Content Too Large", "422 Unprocessable"})
            QTest::newRow(status) << QByteArray(status);
    }
    void whatIsRefusedForGoodIsSetAside()
    {
        QFETCH(QByteArray, status);
        const QByteArray body = R"({"error":"not this"})";
        FaultyServer server(saying("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                                   + "\r\n\r\n" + body));
        QVERIFY(sendAndWait(server.base()));
        QVERIFY(m_report.outcomes[0].kind == Kind::Rejected);
        QVERIFY(event().state == State::Refused);
        QVERIFY(event().reason.contains(QString::fromLatin1(status.first(3))));
        QVERIFY(sendAndWait(server.base()));
        QCOMPARE(server.connections, 1); // and not sent again
    }
    void nobodyListensLeavesNoReceipt()
    {
        const QString base = FaultyServer(saying(yes)).base();
        QVERIFY(sendAndWait(base));
        QVERIFY(m_report.outcomes[0].kind == Kind::RetryLater);
        QVERIFY(event().state == State::Pending);
        QVERIFY(event().receipt.isEmpty());
    }
    void aReceiptThatTheDiskDoesNotTakeIsNotClaimed()
    {
        const auto limitTo = [](rlim_t bytes) {
            const rlimit limit{bytes, RLIM_INFINITY};
            return setrlimit(RLIMIT_FSIZE, &limit) == 0;
        };
        std::signal(SIGXFSZ, SIG_IGN); // or the full disk would end this program
        FaultyServer server([&](QTcpSocket *socket) {
            if (limitTo(1)) // from now on every file is too large already
                saying(yes)(socket);
        });
        const bool ended = sendAndWait(server.base());
        const SpooledEvent after = event();
        QVERIFY(limitTo(RLIM_INFINITY));
        QVERIFY(ended);
        QVERIFY(m_report.outcomes[0].kind == Kind::RetryLater);
        QVERIFY(!m_report.outcomes[0].detail.isEmpty());
        QVERIFY(after.state == State::Pending);
        QCOMPARE(after.receipt, after.bytes);
        arrivesAgainWith(server.bytes);
    }
    void aSpoolThatIsLockedWhenTheAnswerComesIsNotClaimed()
    {
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_folder->filePath(u"spool.sqlite"_s));
            QVERIFY(other.open());
            FaultyServer server([&](QTcpSocket *socket) {
                if (QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s))
                    saying(yes)(socket);
            });
            QVERIFY(sendAndWait(server.base()));
            QVERIFY(m_report.outcomes[0].kind == Kind::RetryLater);
            QVERIFY(event().state == State::Pending);
            QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
            arrivesAgainWith(server.bytes);
        }
        QSqlDatabase::removeDatabase(u"other"_s);
    }
    void aRedirectReachesNoOtherHost()
    {
        FaultyServer elsewhere(saying(yes));
        FaultyServer server(saying("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + elsewhere.base().toLatin1()
                                   + "/v1/basic/events\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(sendAndWait(server.base()));
        QVERIFY(m_report.outcomes[0].kind == Kind::RetryLater);
        QCOMPARE(elsewhere.connections, 0);
    }
    void theServersWaitIsHandedOn()
    {
        FaultyServer server(saying("HTTP/1.1 503 Busy\r\nRetry-After: 300\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(sendAndWait(server.base()));
        QCOMPARE(m_report.outcomes[0].retryAfter, QByteArray("300"));
    }
    void theEndDoesNotWaitForAHangingServer()
    {
        // As the telemetry plugin ends: the thread is asked to quit, and what lives in it goes. The best of some,
        // because other programs may hold the processor.
        FaultyServer server([](QTcpSocket *) {});
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            const int before = server.connections;
            QThread thread;
            auto *context = new QObject;
            context->moveToThread(&thread);
            connect(&thread, &QThread::finished, context, &QObject::deleteLater);
            thread.start();
            const QString file = m_folder->filePath(u"spool%1.sqlite"_s.arg(i));
            std::unique_ptr<SqliteSpool> spool;
            std::unique_ptr<Uploader> uploader;
            QMetaObject::invokeMethod(context, [&] {
                spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file).value();
                const auto recorded = spool->record(event().event);
                uploader = std::make_unique<Uploader>(
                    ConsentGate::forTest(Level::Full), *spool, TestSupport::dictionary(),
                    Endpoints::onLoopback(server.base()).value(), std::make_unique<HttpTransport>());
                connect(
                    context, &QObject::destroyed, context,
                    [&] {
                        uploader.reset();
                        spool.reset();
                    },
                    Qt::DirectConnection);
                if (recorded)
                    uploader->sendPending({{Level::Basic}, {}}, [](const UploadReport &) {});
            });
            QTRY_COMPARE(server.connections, before + 1);
            QTRY_VERIFY(server.bytes.endsWith("]}"));
            server.bytes.clear();
            QElapsedTimer timer;
            timer.start();
            thread.quit();
            QVERIFY(thread.wait(2000));
            best = std::min(best, timer.elapsed());
        }
        QVERIFY2(best <= 50, qPrintable(QString::number(best)));
    }
    void aCancelledSendingIsOverWithinASecond_data()
    {
        QTest::addColumn<FaultyServer::Behaviour>("server");
        QTest::newRow("hangs") << FaultyServer::Behaviour([](QTcpSocket *) {});
        QTest::newRow("slow") << FaultyServer::Behaviour(
            [](QTcpSocket *s) { pour(s, "HTTP/1.1 202 Accepted\r\nContent-Length: 10000\r\n\r\n", "x", 40); });
    }
    void aCancelledSendingIsOverWithinASecond()
    {
        QFETCH(FaultyServer::Behaviour, server);
        int closed = 0;
        FaultyServer faulty([&](QTcpSocket *socket) {
            connect(socket, &QTcpSocket::disconnected, socket, [&closed] { ++closed; });
            server(socket);
        });
        for (const bool destroy : {false, true}) {
            closed = 0;
            auto uploader = uploaderTo(faulty.base());
            bool done = false;
            uploader->sendPending({sendingLevels(), {}}, [&](const UploadReport &) { done = true; });
            const int before = faulty.connections;
            QTRY_VERIFY(faulty.connections == before + 1 && faulty.bytes.contains("]}"));
            QTRY_VERIFY(faulty.connections == before + 1);
            const qsizetype bytes = faulty.bytes.size();
            QElapsedTimer timer;
            timer.start();
            if (destroy)
                uploader.reset();
            else
                uploader->cancel();
            QTRY_COMPARE_WITH_TIMEOUT(closed, 1, 1000);
            QVERIFY(timer.elapsed() <= 1000);
            QCOMPARE(faulty.bytes.size(), bytes); // not a byte more
            QVERIFY(event().state == State::Pending);
            QVERIFY(destroy || QTest::qWaitFor([&] { return done; }));
            faulty.bytes.clear();
        }
    }
};

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
