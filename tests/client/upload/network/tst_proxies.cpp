#include "client/upload/network/httptransport.h"
#include "client/upload/network/proxychoice.h"
#include "contract/request.h"
#include "support/certificates.h"
#include "support/proxyserver.h"
#include "support/rawserver.h"
#include "support/requestto.h"
#include "support/tlsserver.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::requestTo;
using Failure = TransportReply::Failure;

namespace {

const QString collector = u"https://basic.telemetry.invalid"_s;

} // namespace

/// The transport with real proxies on this computer, which lead to a collector that has the name it should have.
class TestProxies : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::Certificates> m_certificates;
    std::unique_ptr<TlsServer> m_server;
    QList<TransportReply> m_replies;

    bool exchange(const QString &base = collector)
    {
        HttpTransport transport;
        m_replies.clear();
        transport.send(requestTo(base), [this](const TransportReply &reply) { m_replies.append(reply); });
        return QTest::qWaitFor([this] { return !m_replies.isEmpty(); }, 20'000);
    }
private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestSupport::Certificates>();
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(m_certificates->authority());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    void init() { m_server = std::make_unique<TlsServer>(m_certificates->server(u"named"_s)); }
    void cleanup()
    {
        for (const QString &name : proxyVariables() + proxyExemptionVariables())
            qunsetenv(qPrintable(name));
        m_server.reset();
    }
    void whatIsNamedIsUsed_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArray>("asked");
        const QByteArray connect = "CONNECT basic.telemetry.invalid:443";
        const QByteArray socks = "SOCKS5 basic.telemetry.invalid:443";
        for (const QString &name : proxyVariables()) {
            const QByteArray variable = name.toLatin1();
            QTest::addRow("%s, http", qPrintable(name)) << variable << "http://"_ba << connect;
            QTest::addRow("%s, without a scheme", qPrintable(name)) << variable << ""_ba << connect;
            QTest::addRow("%s, socks5h", qPrintable(name)) << variable << "socks5h://"_ba << socks;
        }
    }
    void whatIsNamedIsUsed()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, scheme);
        QFETCH(QByteArray, asked);
        ProxyServer proxy(m_server->serverPort());
        qputenv(variable.constData(), scheme + proxy.place());
        QVERIFY(exchange());
        QCOMPARE(m_replies[0].detail, QString());
        QCOMPARE(m_replies[0].status, 202);
        QCOMPARE(proxy.asked, QByteArrayList{asked});
        QCOMPARE(proxy.credentials, QByteArrayList());
        QVERIFY(!proxy.bytes.contains("events")); // it sees only what is encrypted
        QCOMPARE(m_server->received.size(), 1);
        QVERIFY(m_server->received[0].startsWith("POST /v1/basic/events HTTP/1.1\r\n"));
        QVERIFY(!m_server->received[0].contains("Proxy-"));
    }
    void withSocks5NamesAreLookedUpHere()
    {
        ProxyServer proxy(m_server->serverPort());
        qputenv("https_proxy", "socks5://" + proxy.place());
        QVERIFY(exchange()); // nobody knows the name
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QCOMPARE(proxy.asked, QByteArrayList());
        QVERIFY(exchange(u"https://192.0.2.1"_s));
        QCOMPARE(m_replies[0].detail, QString());
        QCOMPARE(m_replies[0].status, 202);
        QCOMPARE(proxy.asked, QByteArrayList{"SOCKS5 [c0.00.02.01]:443"});
    }
    void whoIsNamedSignsIn_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("CONNECT") << "http://"_ba;
        QTest::newRow("SOCKS5") << "socks5h://"_ba;
    }
    void whoIsNamedSignsIn()
    {
        QFETCH(QByteArray, scheme);
        ProxyServer proxy(m_server->serverPort(), "me:se cr@et");
        qputenv("https_proxy", scheme + "me:se%20cr%40et@" + proxy.place());
        QVERIFY(exchange());
        QCOMPARE(m_replies[0].detail, QString());
        QCOMPARE(m_replies[0].status, 202);
        QCOMPARE(proxy.credentials, QByteArrayList{"me:se cr@et"});
        QVERIFY(!m_server->received[0].contains("Authorization"));
    }
    void whoIsNotNamedOrWronglyGetsNothingThrough_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("CONNECT, nobody") << "http://"_ba;
        QTest::newRow("CONNECT, wrong") << "http://me:mistaken@"_ba;
        QTest::newRow("SOCKS5, nobody") << "socks5h://"_ba;
        QTest::newRow("SOCKS5, wrong") << "socks5h://me:mistaken@"_ba;
    }
    void whoIsNotNamedOrWronglyGetsNothingThrough()
    {
        QFETCH(QByteArray, start);
        ProxyServer proxy(m_server->serverPort(), "me:secret");
        qputenv("https_proxy", start + proxy.place());
        QVERIFY(exchange());
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QVERIFY(!m_replies[0].mayHaveArrived);
        QVERIFY2(m_replies[0].detail.contains(u"https_proxy"_s), qPrintable(m_replies[0].detail));
        QVERIFY2(!m_replies[0].detail.contains(u"mistaken"_s), qPrintable(m_replies[0].detail));
        QVERIFY(proxy.bytes.isEmpty());
        QCOMPARE(m_server->handshakes, 0);
    }
    void whatCanNotBeUsedIsSaidAndNotGoneAround_data()
    {
        QTest::addColumn<QByteArray>("start");
        for (const char *start : {"https://", "socks4://", "socks4a://", "socks://", "ftp://", "http:/"})
            QTest::newRow(start) << QByteArray(start);
    }
    void whatCanNotBeUsedIsSaidAndNotGoneAround()
    {
        QFETCH(QByteArray, start);
        ProxyServer proxy(m_server->serverPort());
        qputenv("all_proxy", start + "me:secret@" + proxy.place());
        qputenv("http_proxy", proxy.place());
        // An address that can be reached without a name, so that going direct would be a failure of another kind.
        QVERIFY(exchange(u"https://192.0.2.1"_s));
        QCOMPARE(m_replies[0].failure, Failure::Refused);
        QVERIFY(!m_replies[0].mayHaveArrived);
        QVERIFY2(m_replies[0].detail.contains(u"all_proxy"_s), qPrintable(m_replies[0].detail));
        QVERIFY(!m_replies[0].detail.contains(u"secret"_s));
        QCOMPARE(proxy.connections, 0);
    }
    void aProxyThatIsNotThereIsSaid_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("words");
        for (const char *scheme : {"http://", "socks5h://", "socks5://", ""}) {
            const QByteArray start = scheme;
            QTest::addRow("nobody listens, %s", scheme) << start + "127.0.0.1:" << u"efused"_s;
            QTest::addRow("no such name, %s", scheme) << start + "proxy.invalid:" << u"found"_s;
        }
    }
    void aProxyThatIsNotThereIsSaid()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, words);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(taken.serverPort());
        taken.close();
        qputenv("https_proxy", value + port);
        QVERIFY(exchange(u"https://192.0.2.1"_s));
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QVERIFY(!m_replies[0].mayHaveArrived);
        const QString &detail = m_replies[0].detail;
        QVERIFY2(detail.contains(u"https_proxy"_s) && detail.contains(words), qPrintable(detail));
        QVERIFY2(!detail.contains(u"Unknown error"_s), qPrintable(detail));
    }
    void aProxyThatSpeaksSomethingElseIsSaid_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("CONNECT") << "http://"_ba;
        QTest::newRow("SOCKS5") << "socks5h://"_ba;
    }
    void aProxyThatSpeaksSomethingElseIsSaid()
    {
        QFETCH(QByteArray, scheme);
        RawServer other;
        for (int i = 0; i < 4; ++i)
            other.answers.append({"SSH-2.0-OpenSSH_9.2\r\n\r\n"});
        qputenv("https_proxy", scheme + "127.0.0.1:" + QByteArray::number(other.serverPort()));
        QVERIFY(exchange());
        QCOMPARE(m_replies[0].failure, Failure::Network);
        QVERIFY(!m_replies[0].mayHaveArrived);
        QVERIFY2(m_replies[0].detail.contains(u"https_proxy"_s) && !m_replies[0].detail.contains(u"Unknown error"_s),
                 qPrintable(m_replies[0].detail));
    }
    void whatIsExceptedGoesDirectly_data()
    {
        QTest::addColumn<QByteArray>("exceptions");
        for (const char *list : {"*", "invalid", ".telemetry.invalid", "basic.telemetry.invalid:443"})
            QTest::newRow(list) << QByteArray(list);
    }
    void whatIsExceptedGoesDirectly()
    {
        QFETCH(QByteArray, exceptions);
        ProxyServer proxy(m_server->serverPort());
        qputenv("https_proxy", proxy.place());
        qputenv("no_proxy", exceptions);
        QVERIFY(exchange());
        QCOMPARE(m_replies[0].failure, Failure::Network); // nobody knows the name
        QCOMPARE(proxy.connections, 0);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
