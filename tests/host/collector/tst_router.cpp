#include "host/collector/router.h"

#include "support/events.h"
#include "support/fakerawstore.h"
#include "support/publiclists.h"
#include "support/semaphore.h"

#include <optional>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

namespace {

constexpr qsizetype clockRequests = 3;

/// A router over a fake store, and the one answer at a time.
struct Fixture
{
    FakeRawStoreState state;
    FixedClock clock{TestSupport::now()};
    Metrics metrics;
    Ingest ingest;
    PublicListInUse publicList{readPublicList(TestSupport::resource(u":/telemetry/public-list.json"_s)).value()};
    Router router{TestSupport::dictionary(),
                  publicList,
                  TestSupport::resource(u":/telemetry/endpoints.json"_s),
                  clock,
                  ingest,
                  metrics,
                  ClockJudge(QDate(2026, 1, 1), clockRequests)};
    TestSupport::Semaphore answered;
    HttpResponse answer;

    explicit Fixture(IngestOptions options = {})
        : ingest(clock, options)
    {
        if (!ingest.start([this] { return FakeRawStore::make(state); }))
            qFatal("no writer");
    }
    void send(const HttpRequest &request)
    {
        router.handle(request, [this](HttpResponse response) {
            answer = std::move(response);
            answered.release();
        });
    }
    HttpResponse ask(const HttpRequest &request)
    {
        send(request);
        if (!answered.tryAcquire(1, 5000))
            qFatal("no answer");
        return answer;
    }
    QByteArray metric(const QByteArray &name)
    {
        for (const QByteArray &line : metrics.text(ingest.state()).split('\n')) {
            if (line.startsWith(name + ' '))
                return line.mid(name.size() + 1);
        }
        return "-"_ba;
    }
};

HttpRequest post(const QByteArray &target, const QByteArray &body)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.target = target;
    request.host = "127.0.0.1:8417"_ba;
    request.contentType = "application/json"_ba;
    request.body = body;
    return request;
}

HttpRequest get(const QByteArray &target)
{
    HttpRequest request = post(target, {});
    request.method = "GET"_ba;
    request.contentType.clear();
    return request;
}

QByteArray header(const HttpResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A silent loss would count as sent.
    void aReporterThatIsKnownElsewhereIsRefused()
    {
        Fixture f;
        f.state.elsewhere = {eventOf(u"user"_s, 'b').reporter.bytes()};
        Event offSchema = eventOf(u"napari"_s, 'c');
        offSchema.value = {};
        const HttpResponse answer =
            f.ask(post("/v1/basic/events"_ba,
                       TestSupport::batch({eventOf(u"napari"_s), offSchema, eventOf(u"user"_s, 'b'), offSchema})));
        QCOMPARE(answer.status, 202);
        const auto refused = BatchCodec::decodeAnswer(answer.body, 4);
        QCOMPARE(refused.value().size(), 3);
        QCOMPARE(refused.value().at(0).index, 1);
        QCOMPARE(refused.value().at(1).index, 2);
        QCOMPARE(refused.value().at(1).reason, u"its reporter is known with another topic or period"_s);
        QCOMPARE(refused.value().at(2).index, 3);
        QCOMPARE(f.metric("telemetry_events_refused_total{reason=\"elsewhere\"}"_ba), "1"_ba);
        QCOMPARE(f.metric("telemetry_events_accepted_total"_ba), "1"_ba);
    }
    void storesBeforeItAcknowledges()
    {
        Fixture f;
        f.state.blocks = true;
        f.send(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})));
        f.state.entered.acquire();
        QCOMPARE(f.answered.available(), 0);
        f.state.proceed.release();
        QVERIFY(f.answered.tryAcquire(1, 5000));
        QCOMPARE(f.answer.status, 202);
        QCOMPARE(f.answer.body, R"({"refused":[]})"_ba);
        QCOMPARE(f.state.committed().first().first().put, QList<Event>{eventOf(u"napari"_s)});
    }
    void storesGoodEventsBesideRefusedOnes()
    {
        Fixture f;
        const auto answer =
            f.ask(post("/v1/middle/events"_ba, TestSupport::batch({eventOf(u"command"_s), eventOf(u"plugin"_s)})));
        QCOMPARE(answer.status, 202);
        const auto refused = BatchCodec::decodeAnswer(answer.body, 2);
        QCOMPARE(refused.value().size(), 1);
        QCOMPARE(refused.value().first().index, 0);
        QCOMPARE(f.state.committed().first().first().put, QList<Event>{eventOf(u"plugin"_s)});
        QCOMPARE(f.metric("telemetry_events_accepted_total"_ba), "1"_ba);
        QCOMPARE(f.metric("telemetry_events_refused_total{reason=\"other-level\"}"_ba), "1"_ba);
    }
    void asksNoStoreWhenAllAreRefused()
    {
        Fixture f;
        QCOMPARE(f.ask(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"plugin"_s)}))).status, 202);
        f.ingest.stop();
        QVERIFY(f.state.committed().isEmpty());
    }
    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<HttpRequest>("request");
        QTest::addColumn<int>("status");
        const QByteArray good = TestSupport::batch({eventOf(u"napari"_s)});
        const auto changed = [&](auto change) {
            HttpRequest request = post("/v1/basic/events"_ba, good);
            change(request);
            return request;
        };
        QTest::newRow("html") << post("/v1/basic/events"_ba, "<html>"_ba) << 400;
        QTest::newRow("nothing") << post("/v1/basic/events"_ba, ""_ba) << 400;
        QTest::newRow("too large") << post("/v1/basic/events"_ba, QByteArray(Limits::requestBytes + 1, ' ')) << 413;
        QTest::newRow("too many events") << post("/v1/basic/events"_ba,
                                                 BatchCodec::encode(1, QByteArrayList(Limits::requestEvents + 1, "{}")))
                                         << 413;
        QTest::newRow("erase nothing") << post("/v1/basic/erase"_ba, "{}"_ba) << 400;
        QTest::newRow("no type") << changed([](HttpRequest &r) { r.contentType.clear(); }) << 415;
        QTest::newRow("form") << changed([](HttpRequest &r) { r.contentType = "text/plain"; }) << 415;
        QTest::newRow("compressed") << changed([](HttpRequest &r) { r.contentEncoding = "gzip"; }) << 415;
        QTest::newRow("type with charset")
            << changed([](HttpRequest &r) { r.contentType = "Application/JSON; charset=utf-8"; }) << 202;
        QTest::newRow("own host") << changed([](HttpRequest &r) { r.host = "basic.telemetry.napari.org"; }) << 202;
        QTest::newRow("host of another level")
            << changed([](HttpRequest &r) { r.host = "FULL.telemetry.napari.org:443"; }) << 421;
        QTest::newRow("get events") << get("/v1/basic/events"_ba) << 405;
        QTest::newRow("post dictionary") << post("/v1/dictionary"_ba, "{}"_ba) << 405;
        QTest::newRow("level none") << post("/v1/none/events"_ba, good) << 404;
        QTest::newRow("unknown level") << post("/v1/all/events"_ba, good) << 404;
        QTest::newRow("query") << post("/v1/basic/events?x=1"_ba, good) << 404;
        QTest::newRow("whole address") << post("http://host/v1/basic/events"_ba, good) << 404;
        QTest::newRow("prefix") << post("/x/v1/basic/events"_ba, good) << 404;
        QTest::newRow("operator's page") << get("/metrics"_ba) << 404; // it has a listener of its own
        QTest::newRow("root") << get("/"_ba) << 404;
        QTest::newRow("nothing asked") << get(""_ba) << 404;
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(HttpRequest, request);
        QFETCH(int, status);
        Fixture f;
        const HttpResponse answer = f.ask(request);
        QCOMPARE(answer.status, status);
        QCOMPARE(f.metric("telemetry_requests_total{status=\"" + QByteArray::number(status) + "\"}"), "1"_ba);
        if (status != 202) {
            QVERIFY(answer.body.startsWith("{\"error\":\""));
            QVERIFY(f.state.committed().isEmpty());
        }
        QCOMPARE(!header(answer, "Allow"_ba).isEmpty(), status == 405);
    }
    void acknowledgesNothingThatWasNotStored()
    {
        Fixture f;
        f.state.fails = true;
        const auto answer =
            f.ask(post("/v1/middle/events"_ba, TestSupport::batch({eventOf(u"plugin"_s), eventOf(u"command"_s)})));
        QCOMPARE(answer.status, 503);
        QVERIFY(header(answer, "Retry-After"_ba).toInt() > 0);
        QVERIFY(!answer.body.contains("disk"));
        QCOMPARE(f.metric("telemetry_events_accepted_total"_ba), "0"_ba);
        QCOMPARE(f.metric("telemetry_events_refused_total{reason=\"other-level\"}"_ba), "-"_ba);
    }
    void isBusyWhenTheQueueIsFull()
    {
        IngestOptions options;
        options.queueRequests = 0;
        Fixture f(options);
        const auto answer = f.ask(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})));
        QCOMPARE(answer.status, 503);
        QVERIFY(header(answer, "Retry-After"_ba).toInt() > 0);
    }
    void aWrongClockDestroysNothing_data()
    {
        QTest::addColumn<QDateTime>("wrong");
        const QDateTime right = TestSupport::now();
        QTest::newRow("a year ahead") << right.addYears(1);
        QTest::newRow("a year behind") << right.addYears(-1); // and before the program was built
        QTest::newRow("five weeks ahead") << right.addDays(5 * 7);
        QTest::newRow("a week behind") << right.addDays(-7);
        QTest::newRow("1970") << QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    }
    void aWrongClockDestroysNothing()
    {
        QFETCH(QDateTime, wrong);
        Fixture f;
        f.clock.set(wrong);
        const auto request = post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)}));
        for (int i = 0; i < 2 * clockRequests; ++i) {
            const HttpResponse answer = f.ask(request);
            QCOMPARE(answer.status, 503);
            QCOMPARE(header(answer, "Retry-After"_ba).toInt(), Limits::clockRetrySeconds);
        }
        QCOMPARE(f.metric("telemetry_clock_implausible"_ba), "1"_ba);
        QCOMPARE(f.metric("telemetry_events_refused_total{reason=\"period-closed\"}"_ba), "-"_ba);
        QVERIFY(f.state.committed().isEmpty());
        f.clock.set(TestSupport::now());
        QCOMPARE(f.ask(request).status, 202);
        QCOMPARE(f.metric("telemetry_clock_implausible"_ba), "0"_ba);
        QCOMPARE(f.metric("telemetry_events_accepted_total"_ba), "1"_ba);
    }
    void saysOfTheClockWhatIsWrong()
    {
        Fixture f;
        f.clock.set(TestSupport::now().addYears(1));
        const auto request = post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)}));
        QTest::ignoreMessage(QtCriticalMsg,
                             "the clock shows 2027-11-18T12:00:00Z, but most of the last 3 requests are 52 "
                             "weeks behind it: events are answered with 503 until that is over");
        for (int i = 0; i < 2 * clockRequests; ++i)
            (void)f.ask(request);
        QTest::ignoreMessage(QtInfoMsg, "the clock is plausible again");
        f.clock.set(TestSupport::now());
        QCOMPARE(f.ask(request).status, 202);
    }
    void aClosedWeekIsRefusedOnceItIsCertain()
    {
        Fixture f;
        Event old = eventOf(u"napari"_s, 'o');
        old.period = old.week().plusWeeks(-4);
        const auto late = post("/v1/basic/events"_ba, TestSupport::batch({old}));
        const auto fresh = post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)}));
        QCOMPARE(f.ask(late).status, 503);
        for (int i = 0; i < clockRequests; ++i)
            QCOMPARE(f.ask(fresh).status, 202);
        const HttpResponse answer = f.ask(late);
        QCOMPARE(answer.status, 202);
        QCOMPARE(BatchCodec::decodeAnswer(answer.body, 1).value().first().reason, u"the week is closed"_s);
    }
    void erasesWhateverTheClockShows()
    {
        Fixture f;
        f.clock.set(QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(f.ask(post("/v1/full/erase"_ba,
                            R"({"period":"2026-11","reporters":["61616161616161616161616161616161"]})"_ba))
                     .status,
                 202);
    }
    void erasesForTheLevelOfThePath()
    {
        Fixture f;
        const auto answer = f.ask(
            post("/v1/full/erase"_ba, R"({"period":"2026-11","reporters":["61616161616161616161616161616161"]})"_ba));
        QCOMPARE(answer.status, 202);
        QCOMPARE(answer.body, "{}"_ba);
        const StoreRequest stored = f.state.committed().first().first();
        QCOMPARE(stored.erase.size(), 1);
        QCOMPARE(stored.erase.first().level, Level::Full);
        QCOMPARE(stored.erase.first().reporter, TestSupport::reporter('a'));
        QCOMPARE(stored.erase.first().period.toString(), u"2026-11"_s);
    }
    void documentsHaveATag_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("resource");
        QTest::newRow("dictionary") << "/v1/dictionary"_ba << u":/telemetry/dictionary.json"_s;
        QTest::newRow("public plugins") << "/v1/public-plugins"_ba << u":/telemetry/public-list.json"_s;
        QTest::newRow("endpoints") << "/v1/endpoints"_ba << u":/telemetry/endpoints.json"_s;
    }
    void documentsHaveATag()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, resource);
        Fixture f;
        HttpRequest request = get(target);
        const HttpResponse first = f.ask(request);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.body, TestSupport::resource(resource));
        const QByteArray tag = header(first, "ETag"_ba);
        QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
        for (const QByteArray &known : {tag, "W/"_ba + tag, "\"other\", "_ba + tag, "*"_ba}) {
            request.ifNoneMatch = known;
            const HttpResponse second = f.ask(request);
            QCOMPARE(second.status, 304);
            QVERIFY(second.body.isEmpty());
            QCOMPARE(header(second, "ETag"_ba), tag);
        }
        request.ifNoneMatch = "\"other\""_ba;
        QCOMPARE(f.ask(request).status, 200);
    }
    void describesItself()
    {
        Fixture f;
        const QJsonObject description = QJsonDocument::fromJson(f.ask(get("/openapi.json"_ba)).body).object();
        QCOMPARE(description[u"paths"_s].toObject().keys(),
                 (QStringList{u"/openapi.json"_s, u"/v1/dictionary"_s, u"/v1/endpoints"_s, u"/v1/public-plugins"_s,
                              u"/v1/{level}/erase"_s, u"/v1/{level}/events"_s}));
    }
    void anotherListIsTakenAndServed()
    {
        Fixture f;
        const auto ask = [&] {
            return f.ask(post("/v1/middle/events"_ba, TestSupport::batch({eventOf(u"plugin"_s)}))).body;
        };
        HttpRequest known = get("/v1/public-plugins"_ba);
        known.ifNoneMatch = header(f.ask(known), "ETag"_ba);
        QCOMPARE(f.ask(known).status, 304);
        QCOMPARE(ask(), R"({"refused":[]})"_ba);
        f.publicList.replace(readPublicList(TestSupport::publicList({"b"})).value());
        const HttpResponse changed = f.ask(known);
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body, TestSupport::publicList({"b"}));
        QVERIFY(header(changed, "ETag"_ba) != known.ifNoneMatch);
        QVERIFY(ask().contains("a name is not on the public list"));
    }
    void theLogHoldsWhatWasStored()
    {
        Fixture f;
        QVERIFY(f.state.truncated.tryAcquire(1, 5000)); // of the start
        QCOMPARE(f.ask(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)}))).status, 202);
        QCOMPARE(f.ingest.state().logRequests, 1);
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
