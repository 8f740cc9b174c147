#include "host/collector/routetable.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// A table whose answers name their endpoint and the level.
RouteTable table()
{
    const auto saying = [](const QByteArray &name) {
        return [name](const HttpRequest &, Level level, const HttpResponder &) {
            return HttpResponse{200, {}, name + ' ' + levelName(level).toLatin1(), {}};
        };
    };
    const auto later = [](const HttpRequest &, Level, const HttpResponder &) { return std::nullopt; };
    return RouteTable({
        {"GET"_ba, "/page"_ba, saying("page"_ba)},
        {"PUT"_ba, "/page"_ba, saying("put"_ba)},
        {"POST"_ba, "/v1/:level/events"_ba, saying("events"_ba)},
        {"POST"_ba, "/later"_ba, later},
    });
}

HttpRequest request(const QByteArray &method, const QByteArray &target, const QByteArray &host = "localhost"_ba)
{
    HttpRequest asked;
    asked.method = method;
    asked.target = target;
    asked.host = host;
    return asked;
}

} // namespace

class TestRouteTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<HttpRequest>("asked");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("page") << request("GET", "/page") << 200 << "page none"_ba;
        QTest::newRow("another method of it") << request("PUT", "/page") << 200 << "put none"_ba;
        QTest::newRow("head is as get") << request("HEAD", "/page") << 200 << "page none"_ba;
        QTest::newRow("head of what has no get") << request("HEAD", "/later") << 405 << ""_ba;
        QTest::newRow("options of no page") << request("OPTIONS", "/page/") << 404 << ""_ba;
        QTest::newRow("level") << request("POST", "/v1/full/events") << 200 << "events full"_ba;
        QTest::newRow("host of the level")
            << request("POST", "/v1/full/events", "full.example.org") << 200 << "events full"_ba;
        QTest::newRow("level none") << request("POST", "/v1/none/events") << 404 << ""_ba;
        QTest::newRow("no level") << request("POST", "/v1/:level/events") << 404 << ""_ba;
        QTest::newRow("level of another case") << request("POST", "/v1/FULL/events") << 404 << ""_ba;
        QTest::newRow("longer") << request("GET", "/page/") << 404 << ""_ba;
        QTest::newRow("query") << request("GET", "/page?x") << 404 << ""_ba;
        QTest::newRow("shorter") << request("POST", "/v1/full") << 404 << ""_ba;
        QTest::newRow("no path") << request("GET", "") << 404 << ""_ba;
        QTest::newRow("wrong method") << request("DELETE", "/page") << 405 << ""_ba;
        QTest::newRow("host of another level before the method")
            << request("GET", "/v1/full/events", "basic.example.org") << 421 << ""_ba;
        QTest::newRow("a page without a level has any host")
            << request("GET", "/page", "basic.example.org") << 200 << "page none"_ba;
    }
    void answers()
    {
        QFETCH(HttpRequest, asked);
        QFETCH(QByteArray, body);
        const auto answer = table().answer(asked, {});
        QVERIFY(answer);
        QTEST(answer->status, "status");
        if (answer->status == 200)
            QCOMPARE(answer->body, body);
        else
            QVERIFY(answer->body.startsWith("{\"error\":\""));
    }
    void allMethodsOfAPageAreAllowed()
    {
        using Headers = QList<QPair<QByteArray, QByteArray>>;
        const auto refused = table().answer(request("DELETE", "/page"), {});
        QCOMPARE(refused->headers, (Headers{{"Allow"_ba, "GET, HEAD, PUT, OPTIONS"_ba}}));
        const auto asked = table().answer(request("OPTIONS", "/page"), {});
        QCOMPARE(asked->status, 204);
        QCOMPARE(asked->headers, refused->headers);
        QCOMPARE(table().answer(request("OPTIONS", "/later"), {})->headers,
                 (Headers{{"Allow"_ba, "POST, OPTIONS"_ba}}));
    }
    void anAnswerMayComeLater() { QVERIFY(!table().answer(request("POST", "/later"), {})); }
};

QTEST_GUILESS_MAIN(TestRouteTable)
#include "tst_routetable.moc"
