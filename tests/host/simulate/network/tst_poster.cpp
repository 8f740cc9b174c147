#include "host/simulate/network/poster.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// Answers requests with the given statuses in turn; the last one for all that follow.
class FakeCollector : public QObject
{
    Q_OBJECT

public:
    explicit FakeCollector(const QList<QByteArray> &answers)
        : m_answers(answers)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }
    static QByteArray answer(const QByteArray &status, const QByteArray &body = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    int connections = 0;
    QByteArrayList requests;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_bytes[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype length = bytes.toLower().indexOf("content-length: ");
        if (end < 0 || length < 0)
            return;
        const qsizetype size = end + 4 + bytes.mid(length + 16).split('\r').first().toLongLong();
        if (bytes.size() < size)
            return;
        requests.append(bytes.left(size));
        bytes.remove(0, size);
        socket->write(m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.first());
    }
    QTcpServer m_server;
    QList<QByteArray> m_answers;
    QHash<QTcpSocket *, QByteArray> m_bytes;
};

class TestPoster : public QObject
{
    Q_OBJECT

    static QString post(const QString &address, int requests, Posted &posted)
    {
        const Endpoints endpoints = Endpoints::onLoopback(address).value();
        int made = 0;
        Poster poster([&]() -> std::optional<Outgoing> {
            if (made == requests)
                return std::nullopt;
            ++made;
            return Outgoing{eventsRequest(endpoints, Level::Middle, 1, {"{}"_ba, "{}"_ba}), 2};
        });
        QSignalSpy finished(&poster, &Poster::finished);
        poster.start();
        if (!finished.wait(30'000))
            return u"never finished"_s;
        posted = poster.posted();
        return finished.first().first().toString();
    }

private Q_SLOTS:
    void postsEverything()
    {
        FakeCollector collector({FakeCollector::answer("202 Accepted", R"({"refused":[]})")});
        Posted posted;
        QCOMPARE(post(collector.address(), 100, posted), QString());
        QCOMPARE(posted.requests, 100);
        QCOMPARE(posted.accepted, 200);
        QCOMPARE(posted.refused, 0);
        QCOMPARE(collector.requests.size(), 100);
        QVERIFY(collector.connections <= 6); // they stay open
        QVERIFY(collector.requests.first().startsWith("POST /v1/middle/events HTTP/1.1\r\n"));
        QVERIFY(collector.requests.first().endsWith(R"({"dictionary":1,"events":[{},{}]})"));
    }
    void countsRefusals()
    {
        FakeCollector collector(
            {FakeCollector::answer("202 Accepted", R"({"refused":[{"index":1,"reason":"the week is closed"}]})")});
        Posted posted;
        QCOMPARE(post(collector.address(), 3, posted), QString());
        QCOMPARE(posted.accepted, 3);
        QCOMPARE(posted.refused, 3);
        QCOMPARE(posted.reasons, (QHash<QString, qint64>{{u"the week is closed"_s, 3}}));
    }
    void triesAgainWhileBusy()
    {
        FakeCollector collector({FakeCollector::answer("503 Service Unavailable"),
                                 FakeCollector::answer("202 Accepted", R"({"refused":[]})")});
        Posted posted;
        QCOMPARE(post(collector.address(), 5, posted), QString());
        QCOMPARE(posted.accepted, 10);
        QCOMPARE(collector.requests.size(), 6);
    }
    void saysWhyItEndedEarly_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("why");
        QTest::newRow("refused whole") << FakeCollector::answer("400 Bad Request") << u"answered 400"_s;
        QTest::newRow("no answer of ours") << FakeCollector::answer("202 Accepted", "hello") << u"byte"_s;
        QTest::newRow("redirect") << FakeCollector::answer("302 Found") << u"answered 302"_s;
    }
    void saysWhyItEndedEarly()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, why);
        FakeCollector collector({answer});
        Posted posted;
        const QString failure = post(collector.address(), 5, posted);
        QVERIFY2(failure.contains(why), qPrintable(failure));
        QCOMPARE(posted.accepted, 0);
    }
    void saysWhenNobodyListens()
    {
        Posted posted;
        QVERIFY(!post(u"http://127.0.0.1:1"_s, 5, posted).isEmpty());
    }
    void endsWhenThereIsNothing()
    {
        Posted posted;
        QCOMPARE(post(u"http://127.0.0.1:1"_s, 0, posted), QString());
    }
};

QTEST_GUILESS_MAIN(TestPoster)
#include "tst_poster.moc"
