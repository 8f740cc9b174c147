#include "client/upload/listrefresher.h"

#include "contract/contenttag.h"
#include "support/faketransport.h"
#include "support/grants.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::answer;

namespace {

const QByteArray known =
    R"({"plugins":{"a":["1.0"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})"_ba;
const QByteArray newer =
    R"({"plugins":{"a":["1.0","1.1"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})"_ba;

} // namespace

class TestListRefresher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAWholeListReplacesTheKnownOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("used"); // null: the known one stays, and nothing is written
        QTest::newRow("a newer one") << 200 << newer << newer;
        QTest::newRow("not modified") << 304 << QByteArray() << known;
        QTest::newRow("cut") << 200 << newer.chopped(1) << QByteArray();
        QTest::newRow("empty") << 200 << QByteArray() << QByteArray();
        QTest::newRow("a sign-in page") << 200 << "<html>"_ba << QByteArray();
        QTest::newRow("another document") << 200 << R"({"version":1,"topics":[]})"_ba << QByteArray();
        QTest::newRow("no plugins")
            << 200 << R"({"plugins":{},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})"_ba
            << QByteArray();
        QTest::newRow("a redirect") << 302 << newer << QByteArray();
        QTest::newRow("an error with a list") << 500 << newer << QByteArray();
        QTest::newRow("another success") << 203 << newer << QByteArray();
    }
    void onlyAWholeListReplacesTheKnownOne()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, used);
        const auto result = refreshed(answer(status, body));
        QCOMPARE(result.has_value(), !used.isNull());
        if (result)
            QCOMPARE(*result, used);
    }
    void noAnswerChangesNothing()
    {
        TransportReply none;
        none.failure = TransportReply::Failure::Network;
        none.status = 200;
        none.body = newer;
        QVERIFY(!refreshed(none).has_value());
    }
    void nobodyLearnsAnythingFromTheRequest()
    {
        QVERIFY(refreshed(answer(304, {})).has_value());
        QCOMPARE(m_requests.size(), 1);
        const Request &request = m_requests.first();
        QCOMPARE(request.method, "GET"_ba);
        QCOMPARE(request.url, QUrl(u"https://middle.telemetry.napari.org/v1/public-plugins"_s));
        QVERIFY(request.body.isEmpty());
        // The tag is the hash of the list, which is the same for everybody who has it.
        QVERIFY(request.headers.contains({"If-None-Match"_ba, contentTag(known)}));
        QCOMPARE(request.headers.size(), 7);
    }
    void belowMiddleNothingIsAsked()
    {
        m_requests.clear();
        auto transport = std::make_unique<TestSupport::FakeTransport>();
        const auto *asked = transport.get();
        ListRefresher refresher(ConsentGate::forTest(Level::Basic), {}, std::move(transport));
        bool called = false;
        refresher.refresh(known, [&](const auto &) { called = true; });
        QCoreApplication::processEvents();
        QVERIFY(asked->requests.isEmpty() && !called);
    }

private:
    std::optional<QByteArray> refreshed(const TransportReply &reply)
    {
        auto transport = std::make_unique<TestSupport::FakeTransport>();
        auto *fake = transport.get();
        fake->answers = {reply};
        ListRefresher refresher(ConsentGate::forTest(Level::Full), {}, std::move(transport));
        std::optional<QByteArray> result;
        bool done = false;
        refresher.refresh(known, [&](const std::optional<QByteArray> &list) {
            result = list;
            done = true;
        });
        const bool waited = QTest::qWaitFor([&] { return done; });
        m_requests = fake->requests;
        return waited ? result : "never finished"_ba;
    }
    QList<Request> m_requests;
};

QTEST_GUILESS_MAIN(TestListRefresher)
#include "tst_listrefresher.moc"
