#include "contract/request.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingAboutTheMachine_data()
    {
        QTest::addColumn<bool>("erase");
        QTest::newRow("events") << false;
        QTest::newRow("erase") << true;
    }
    void saysNothingAboutTheMachine()
    {
        QFETCH(bool, erase);
        const Request request = erase ? eraseRequest({}, Level::Basic, *Week::fromString(u"2026-W47"), {})
                                      : eventsRequest({}, Level::Basic, 1, {"{}"});
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url.host(), u"basic.telemetry.napari.org"_s);
        QHash<QByteArray, QByteArray> headers;
        for (const auto &[name, value] : request.headers)
            headers.insert(name, value);
        QCOMPARE(headers.value("User-Agent"), "napari-telemetry/1"_ba);
        QCOMPARE(headers.value("Accept-Language"), "*"_ba);
        QCOMPARE(headers.value("Accept-Encoding"), "identity"_ba);
        QCOMPARE(headers.value("Host"), "basic.telemetry.napari.org"_ba);
        QCOMPARE(headers.value("Connection"), "close"_ba);
        QCOMPARE(headers.value("Content-Length"), QByteArray::number(request.body.size()));
        QCOMPARE(headers.size(), 8);
    }
    void theListIsAskedForOnAConnectionOfItsOwn()
    {
        const QByteArray head = requestHead(publicListRequest({}, "known"));
        QVERIFY(head.startsWith("GET /v1/public-plugins HTTP/1.1\r\nHost: middle.telemetry.napari.org\r\n"));
        QVERIFY(head.contains("\r\nConnection: close\r\n"));
    }
    void aBatchHasItsEventsAsTheyAre()
    {
        const Request request = eventsRequest({}, Level::Full, 1, {"{}"});
        QCOMPARE(request.url, Endpoints().events(Level::Full));
        QCOMPARE(request.body, R"({"dictionary":1,"events":[{}]})"_ba);
    }
    void theHeadIsWhatGoesOverTheWire_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("IPv4") << u"http://127.0.0.1:8080"_s << "127.0.0.1:8080"_ba;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << "[::1]:8080"_ba;
    }
    void theHeadIsWhatGoesOverTheWire()
    {
        QFETCH(QString, base);
        QFETCH(QByteArray, host);
        const Request request = eventsRequest(Endpoints::onLoopback(base).value(), Level::Full, 1, {"{}"});
        QCOMPARE(requestHead(request), "POST /v1/full/events HTTP/1.1\r\nHost: " + host
                                           + "\r\nConnection: close\r\nContent-Length: 30\r\n"
                                             "Content-Type: application/json\r\nAccept: application/json\r\n"
                                             "Accept-Encoding: identity\r\nAccept-Language: *\r\n"
                                             "User-Agent: napari-telemetry/1\r\n\r\n");
    }
    void anErasingHasOnePeriodOfOneLevel_data()
    {
        QTest::addColumn<int>("level");
        for (const Level level : sendingLevels())
            QTest::addRow("%ls", qUtf16Printable(levelName(level))) << static_cast<int>(level);
    }
    void anErasingHasOnePeriodOfOneLevel()
    {
        QFETCH(int, level);
        const QList<Reporter> reporters{*Reporter::fromBytes(QByteArray(16, '\x01')),
                                        *Reporter::fromBytes(QByteArray(16, '\xff'))};
        const Request request = eraseRequest({}, static_cast<Level>(level), *Week::fromString(u"2026-W47"), reporters);
        QVERIFY(request.level == static_cast<Level>(level));
        QCOMPARE(request.url, Endpoints().erase(static_cast<Level>(level)));
        QCOMPARE(request.body, R"({"period":"2026-W47","reporters":["01010101010101010101010101010101",)"
                               R"("ffffffffffffffffffffffffffffffff"]})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
