#include "client/upload/network/httptransport.h"
#include "contract/request.h"
#include "support/certificates.h"
#include "support/rawserver.h"
#include "support/requestto.h"
#include "support/tlsserver.h"

#include <QLocale>
#include <QNetworkProxy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::requestTo;
using Failure = TransportReply::Failure;

namespace {

QByteArrayList lines(const QByteArray &head)
{
    QByteArrayList found = head.split('\n');
    std::sort(found.begin() + 1, found.end());
    return found;
}

constexpr int supportedVersions = 43;

/// The headers that docs/network.md promises for basic.
QByteArrayList promisedHeaders()
{
    QFile file(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/docs/network.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("```\nHost: ") + 4;
    QByteArrayList headers = text.mid(begin, text.indexOf("```", begin) - begin).trimmed().split('\n');
    std::sort(headers.begin(), headers.end());
    return headers;
}

/// Hands bytes on to a server, and keeps what the client says first: the ClientHello.
class Relay final : public QTcpServer
{
public:
    explicit Relay(quint16 target)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, target] {
            while (QTcpSocket *client = nextPendingConnection()) {
                auto *server = new QTcpSocket(client);
                const qsizetype index = sent.size();
                sent.append(QByteArray());
                server->connectToHost(QHostAddress::LocalHost, target);
                connect(client, &QTcpSocket::readyRead, this, [this, client, server, index] {
                    const QByteArray bytes = client->readAll();
                    sent[index] += bytes;
                    server->write(bytes);
                });
                connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
                connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
            }
        });
    }
    QList<QByteArray> sent;
};

/// The extensions of a ClientHello (RFC 8446, 4.1.2), by type.
QMap<int, QByteArray> helloExtensions(const QByteArray &record)
{
    const auto byte = [&](qsizetype at) { return at < record.size() ? static_cast<quint8>(record[at]) : 0; };
    const auto word = [&](qsizetype at) { return byte(at) << 8 | byte(at + 1); };
    qsizetype at = 5 + 4 + 2 + 32; // record, handshake, version, random
    at += 1 + byte(at);            // session id
    at += 2 + word(at);            // cipher suites
    at += 1 + byte(at);            // compression
    const qsizetype end = at + 2 + word(at);
    at += 2;
    QMap<int, QByteArray> extensions;
    while (at + 4 <= end && at < record.size()) {
        extensions.insert(word(at), record.mid(at + 4, word(at + 2)));
        at += 4 + word(at + 2);
    }
    return extensions;
}

} // namespace

class TestHttpTransportTls : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::Certificates> m_certificates;
    QList<TransportReply> m_replies;

    bool exchange(HttpTransport &transport, const Request &request)
    {
        m_replies.clear();
        transport.send(request, [this](const TransportReply &reply) { m_replies.append(reply); });
        return QTest::qWaitFor([this] { return !m_replies.isEmpty(); }, 20'000);
    }
private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestSupport::Certificates>();
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(m_certificates->authority());
        // What somebody else in napari's process may have set must not weaken or mark ours.
        trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
        trusting.setLocalCertificateChain(m_certificates->server(u"good"_s).localCertificateChain());
        trusting.setPrivateKey(m_certificates->server(u"good"_s).privateKey());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    void cleanup()
    {
        for (const char *variable : {"LC_ALL", "LANGUAGE", "https_proxy", "http_proxy", "all_proxy"})
            qunsetenv(variable);
    }
    void behindTheEncryptionAreTheSameBytesInEveryLanguage_data()
    {
        QTest::addColumn<QByteArray>("language");
        for (const char *language : {"C", "de_DE.UTF-8", "pl_PL.UTF-8", "ja_JP.UTF-8"})
            QTest::newRow(language) << QByteArray(language);
    }
    void behindTheEncryptionAreTheSameBytesInEveryLanguage()
    {
        QFETCH(QByteArray, language);
        for (const char *variable : {"LANG", "LC_ALL", "LANGUAGE"})
            qputenv(variable, language);
        QLocale::setDefault(QLocale(QString::fromLatin1(language)));
        TlsServer server(m_certificates->server(u"good"_s));
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(server.base())));
        QCOMPARE(m_replies[0].detail, QString());
        QCOMPARE(m_replies[0].status, 202);
        QCOMPARE(server.received.size(), 1);
        const QByteArray expected = "POST /v1/basic/events HTTP/1.1\r\n"
                                    "Accept: application/json\r\n"
                                    "Accept-Encoding: identity\r\n"
                                    "Accept-Language: *\r\n"
                                    "Connection: close\r\n"
                                    "Content-Length: 30\r\n"
                                    "Content-Type: application/json\r\n"
                                    "Host: 127.0.0.1:"
                                    + QByteArray::number(server.serverPort())
                                    + "\r\n"
                                      "User-Agent: napari-telemetry/1\r\n";
        const qsizetype end = server.received[0].indexOf("\r\n\r\n");
        QCOMPARE(lines(server.received[0].first(end) + "\r\n"), lines(expected));
        QByteArrayList documented;
        for (const QByteArray &line : server.received[0].first(end).split('\n').sliced(1)) {
            const QByteArray header = line.trimmed();
            documented.append(header.startsWith("Host: ")             ? "Host: basic.telemetry.napari.org"_ba
                              : header.startsWith("Content-Length: ") ? "Content-Length: …"_ba
                                                                      : header);
        }
        std::sort(documented.begin(), documented.end());
        QCOMPARE(documented, promisedHeaders());
        QVERIFY(server.protocols[0] == QSsl::TlsV1_2 || server.protocols[0] == QSsl::TlsV1_3);
        QVERIFY(server.nextProtocols[0].isEmpty() || server.nextProtocols[0] == "http/1.1");
    }
    void aServerThatCannotProveItsNameGetsNothing_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::newRow("expired") << u"expired"_s;
        QTest::newRow("of another host") << u"elsewhere"_s;
        QTest::newRow("self-signed") << u"selfsigned"_s;
    }
    void aServerThatCannotProveItsNameGetsNothing()
    {
        QFETCH(QString, certificate);
        TlsServer server(m_certificates->server(certificate));
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(server.base())));
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QVERIFY(!m_replies[0].mayHaveArrived);
        QVERIFY(!m_replies[0].detail.isEmpty());
        for (const QByteArray &received : server.received)
            QCOMPARE(received, QByteArray());
    }
    void nothingTiesTwoConnectionsTogether()
    {
        TlsServer server(m_certificates->server(u"good"_s));
        Relay relay(server.serverPort());
        HttpTransport transport;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(exchange(transport, requestTo(u"https://127.0.0.1:%1"_s.arg(relay.serverPort()))));
            QCOMPARE(m_replies[0].status, 202);
        }
        QCOMPARE(relay.sent.size(), 3);
        for (const QByteArray &hello : relay.sent) {
            const QMap<int, QByteArray> extensions = helloExtensions(hello);
            constexpr int preSharedKey = 41;
            constexpr int earlyData = 42;
            QCOMPARE(extensions.value(supportedVersions), QByteArray("\4\3\4\3\3")); // TLS 1.3 and 1.2, and no older
            QVERIFY(!extensions.contains(preSharedKey) && !extensions.contains(earlyData));
        }
        // The random session id of TLS 1.3's middle-box mode differs, too.
        QVERIFY(relay.sent[0].mid(44, 32) != relay.sent[1].mid(44, 32));
    }
    void theSystemsProxyIsAskedToConnectAndSeesNoMore_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("does not want to") << "503 Service Unavailable"_ba
                                          << ""_ba;
        QTest::newRow("forbids it") << "403 Forbidden"_ba
                                    << ""_ba;
        QTest::newRow("wants somebody to sign in") << "407 Proxy Authentication Required"_ba
                                                   << "Proxy-Authenticate: Basic realm=\"x\"\r\n"_ba;
    }
    void theSystemsProxyIsAskedToConnectAndSeesNoMore()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, headers);
        RawServer proxy;
        proxy.answers = {RawServer::http(status, {}, headers), RawServer::http(status, {}, headers)};
        qputenv("https_proxy", proxy.base().toLatin1());
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(u"https://basic.telemetry.invalid"_s)));
        QCOMPARE(proxy.received.size(), 1);
        QVERIFY(proxy.received[0].startsWith("CONNECT basic.telemetry.invalid:443 HTTP/1.1\r\n"));
        QVERIFY(!proxy.received[0].contains("Authorization") && !proxy.received[0].contains("Cookie"));
        QVERIFY(!proxy.received[0].contains("events"));
        QCOMPARE(m_replies[0].failure, Failure::Network); // later; never "the collector does not want it"
        QVERIFY(!m_replies[0].mayHaveArrived);
    }
    void noProxySeesWhatGoesToThisComputer()
    {
        RawServer proxy;
        RawServer server;
        server.answers = {RawServer::http("202 Accepted", R"({"refused":[]})")};
        for (const char *variable : {"https_proxy", "http_proxy", "all_proxy"})
            qputenv(variable, proxy.base().toLatin1());
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(server.base())));
        QCOMPARE(m_replies[0].status, 202);
        QVERIFY(proxy.received.isEmpty());
    }
    void theApplicationsProxyIsNotOurs()
    {
        RawServer proxy;
        RawServer server;
        server.answers = {RawServer::http("202 Accepted", R"({"refused":[]})")};
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()));
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(server.base())));
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        QCOMPARE(m_replies[0].status, 202);
        QVERIFY(proxy.received.isEmpty());
    }
    void aNameThatIsNotResolvedIsNotReached()
    {
        HttpTransport transport;
        QVERIFY(exchange(transport, requestTo(u"https://basic.telemetry.invalid"_s)));
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QVERIFY(!m_replies[0].mayHaveArrived);
    }
};

QTEST_GUILESS_MAIN(TestHttpTransportTls)
#include "tst_httptransporttls.moc"
