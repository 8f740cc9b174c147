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
        QCOMPARE(headers.size(), 5);
    }
    void aBatchHasItsEventsAsTheyAre()
    {
        const Request request = eventsRequest({}, Level::Full, 1, {"{}"});
        QCOMPARE(request.url, Endpoints().events(Level::Full));
        QCOMPARE(request.body, R"({"dictionary":1,"events":[{}]})"_ba);
    }
    void anErasingHasOneWeekOfOneLevel_data()
    {
        QTest::addColumn<int>("level");
        for (const Level level : sendingLevels())
            QTest::addRow("%ls", qUtf16Printable(levelName(level))) << static_cast<int>(level);
    }
    void anErasingHasOneWeekOfOneLevel()
    {
        QFETCH(int, level);
        const QList<Reporter> reporters{*Reporter::fromBytes(QByteArray(16, '\x01')),
                                        *Reporter::fromBytes(QByteArray(16, '\xff'))};
        const Request request = eraseRequest({}, static_cast<Level>(level), *Week::fromString(u"2026-W47"), reporters);
        QVERIFY(request.level == static_cast<Level>(level));
        QCOMPARE(request.url, Endpoints().erase(static_cast<Level>(level)));
        QCOMPARE(request.body, R"({"reporters":["01010101010101010101010101010101",)"
                               R"("ffffffffffffffffffffffffffffffff"],"week":"2026-W47"})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
