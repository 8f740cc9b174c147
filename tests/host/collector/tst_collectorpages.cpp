#include "support/collectorprogram.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::RawConnection;

/// Which pages the real program has on which listener.
class TestCollectorPages : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT
private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
    /// Whoever asks by HEAD gets the header of GET, and the connection goes on.
    void everyDocumentHasAHead()
    {
        QVERIFY(start());
        RawConnection client(m_port);
        for (const QByteArray &page :
             {"/v1/dictionary"_ba, "/v1/public-plugins"_ba, "/v1/endpoints"_ba, "/openapi.json"_ba}) {
            client.send("HEAD " + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            const auto head = client.answerToHead();
            client.send("GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            const auto whole = client.answer();
            QCOMPARE(head.status, 200);
            QCOMPARE(head.header, whole.header);
            QVERIFY(!QJsonDocument::fromJson(whole.body).object().isEmpty());
        }
    }
    void thePublicListenerHasNoOperatorPages_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host : {"localhost", "127.0.0.1", "[::1]", "basic.telemetry.napari.org", ""})
            QTest::newRow(host) << QByteArray(host);
    }
    /// A proxy that doesn't hand on the name must not open them.
    void thePublicListenerHasNoOperatorPages()
    {
        QFETCH(QByteArray, host);
        QVERIFY(start());
        QCOMPARE(get(m_port, "/metrics"_ba, host).status, 404);
        QCOMPARE(get(m_port, "/healthz"_ba, host).status, 404);
        QVERIFY(finish(SIGTERM));
        QVERIFY(startWithOperatorPages());
        QCOMPARE(get(m_port, "/metrics"_ba, host).status, 404);
        QCOMPARE(get(m_port, "/healthz"_ba, host + QByteArray::number(m_operatorPort)).status, 404);
    }
    void theOperatorsListenerHasNothingElse()
    {
        QVERIFY(startWithOperatorPages());
        QVERIFY(m_operatorPort != m_port);
        QCOMPARE(get(m_operatorPort, "/healthz"_ba, "localhost"_ba).body, "ok\n"_ba);
        QCOMPARE(get(m_operatorPort, "/metrics"_ba, "localhost"_ba).status, 200);
        QCOMPARE(get(m_operatorPort, "/v1/dictionary"_ba, "localhost"_ba).status, 404);
        m_port = m_operatorPort;
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 404);
        QCOMPARE(rows(), QStringList{});
        QVERIFY(finish(SIGTERM));
        QCOMPARE(m_collector->exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCollectorPages)
#include "tst_collectorpages.moc"
