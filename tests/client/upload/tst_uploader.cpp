#include "client/upload/uploader.h"

#include "contract/batchcodec.h"
#include "support/faketransport.h"
#include "support/grants.h"
#include "support/memoryspool.h"
#include "support/values.h"

#include <type_traits>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kind = UploadOutcome::Kind;
using State = SpooledEvent::State;
using TestSupport::answer;
using TestSupport::FakeTransport;

static_assert(!std::is_constructible_v<Uploader, AbstractSpool &, const DataDictionary &, const Endpoints &,
                                       std::unique_ptr<AbstractTransport>>);

class TestUploader : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<MemorySpool> m_spool;
    FakeTransport *m_transport = nullptr;
    std::unique_ptr<Uploader> m_uploader;
    QList<UploadReport> m_reports;
    QList<int> m_answered;

    void make(Level level)
    {
        m_spool = std::make_unique<MemorySpool>();
        auto transport = std::make_unique<FakeTransport>();
        m_transport = transport.get();
        m_uploader = std::make_unique<Uploader>(ConsentGate::forTest(level), *m_spool, TestSupport::dictionary(),
                                                Endpoints(), std::move(transport));
        m_answered.clear();
        m_uploader->setProgress([this](int answered) { m_answered.append(answered); });
        m_reports.clear();
    }
    void spoolOneOfEach()
    {
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(m_spool->record(TestSupport::event(topic.topic, topic.example)).ok());
    }
    bool send()
    {
        return m_uploader->sendPending({sendingLevels(), {}},
                                       [this](const UploadReport &report) { m_reports.append(report); });
    }
    bool sendAndWait()
    {
        return send() && QTest::qWaitFor([this] { return !m_reports.isEmpty(); });
    }
private Q_SLOTS:
    void init() { make(Level::Full); }
    void cleanup() { m_uploader.reset(); }

    void nothingPendingSendsNothing()
    {
        QVERIFY(sendAndWait());
        QVERIFY(m_transport->requests.isEmpty());
        QVERIFY(m_reports[0].outcomes.isEmpty());
    }
    void finishedComesFromTheEventLoop()
    {
        QVERIFY(send());
        QVERIFY(m_reports.isEmpty());
        QVERIFY(QTest::qWaitFor([this] { return !m_reports.isEmpty(); }));
    }
    void levelsGoUpEachToItsOwnHost()
    {
        spoolOneOfEach();
        m_transport->answers = {answer(202), answer(202), answer(202)};
        QVERIFY(sendAndWait());
        QCOMPARE(m_transport->requests.size(), 3);
        QCOMPARE(m_transport->overlaps, 0);
        QCOMPARE(m_answered, (QList<int>{5, 1, 5}));
        const QList<Level> levels{Level::Basic, Level::Middle, Level::Full};
        for (int i = 0; i < 3; ++i) {
            const Request &request = m_transport->requests[i];
            QVERIFY(request.level == levels[i]);
            QCOMPARE(request.url, Endpoints().events(levels[i]));
            const auto batch = BatchCodec::decode(request.body);
            QVERIFY(batch.ok());
            for (const QJsonValue &event : batch.value().events)
                QVERIFY(TestSupport::dictionary().topic(event["topic"_L1].toString())->level == levels[i]);
            QVERIFY(m_reports[0].outcomes[i].kind == Kind::Accepted);
            QCOMPARE(m_reports[0].outcomes[i].sent, i == 1 ? 1 : 5);
        }
        QCOMPARE(m_spool->count(State::Sent), 11);
    }
    void nothingAboveTheGrantIsSent_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("requests");
        QTest::newRow("basic") << static_cast<int>(Level::Basic) << 1;
        QTest::newRow("middle") << static_cast<int>(Level::Middle) << 2;
        QTest::newRow("full") << static_cast<int>(Level::Full) << 3;
    }
    void nothingAboveTheGrantIsSent()
    {
        QFETCH(int, level);
        make(static_cast<Level>(level));
        spoolOneOfEach();
        m_transport->answers = {answer(202), answer(202), answer(202)};
        QVERIFY(sendAndWait());
        QTEST(static_cast<int>(m_transport->requests.size()), "requests");
        for (const Request &request : m_transport->requests)
            QVERIFY(static_cast<int>(request.level) <= level);
    }
    void aLevelThatFailsDoesNotHoldBackTheOthers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::newRow("server down") << 503 << static_cast<int>(Kind::RetryLater) << static_cast<int>(State::Pending);
        QTest::newRow("redirect") << 302 << static_cast<int>(Kind::RetryLater) << static_cast<int>(State::Pending);
        QTest::newRow("rejected") << 400 << static_cast<int>(Kind::Rejected) << static_cast<int>(State::Refused);
    }
    void aLevelThatFailsDoesNotHoldBackTheOthers()
    {
        QFETCH(int, status);
        QFETCH(int, state);
        spoolOneOfEach();
        m_transport->answers = {answer(status, R"({"error":"no"})"), answer(202), answer(202)};
        QVERIFY(sendAndWait());
        QCOMPARE(m_reports[0].outcomes.size(), 3);
        QTEST(static_cast<int>(m_reports[0].outcomes[0].kind), "kind");
        QVERIFY(!m_reports[0].outcomes[0].detail.isEmpty());
        QCOMPARE(static_cast<int>(m_spool->rows[0].state), state);
        QCOMPARE(m_spool->rows[0].reason.isEmpty(), state != static_cast<int>(State::Refused));
        QCOMPARE(m_spool->count(State::Sent), 6);
        for (const Request &request : m_transport->requests)
            QVERIFY(request.url.host().startsWith(levelName(request.level)));
    }
    void refusedEventsAreSetAsideTheOthersBecomeReceipts()
    {
        make(Level::Full);
        for (int i = 0; i < 5; ++i)
            QVERIFY(
                m_spool->record(TestSupport::event(u"command", TestSupport::command(u"napari.c%1"_s.arg(i), u"1"_s)))
                    .ok());
        m_transport->answers = {
            answer(202, R"({"refused":[{"index":1,"reason":"week closed"},{"index":3,"reason":"x"}]})")};
        QVERIFY(sendAndWait());
        QCOMPARE(m_reports[0].outcomes[0].sent, 3);
        QCOMPARE(m_reports[0].outcomes[0].refused, 2);
        const QJsonArray sent = BatchCodec::decode(m_transport->requests[0].body).value().events;
        for (const SpooledEvent &row : m_spool->rows) {
            const QString name = row.event.value["command"_L1].toString();
            const bool refused = sent[1]["value"_L1]["command"_L1] == name || sent[3]["value"_L1]["command"_L1] == name;
            QCOMPARE(row.state == State::Refused, refused);
            QCOMPARE(row.reason.isEmpty(), !refused);
        }
    }
    void aLevelStopsAtTheFirstFailureAndKeepsWhatWasSent()
    {
        for (int i = 0; i < 700; ++i)
            QVERIFY(
                m_spool->record(TestSupport::event(u"command", TestSupport::command(u"napari.c%1"_s.arg(i), u"1"_s)))
                    .ok());
        m_transport->answers = {answer(202), answer(503)};
        QVERIFY(sendAndWait());
        QCOMPARE(m_transport->requests.size(), 2);
        const UploadOutcome outcome = m_reports[0].outcomes[0];
        QVERIFY(outcome.kind == Kind::RetryLater && outcome.sent > 0);
        QCOMPARE(m_spool->count(State::Sent), outcome.sent);
        QCOMPARE(m_spool->count(State::Pending), 700 - outcome.sent);
    }
    void aSpoolThatFailsIsReported()
    {
        spoolOneOfEach();
        m_spool->failing = true;
        QVERIFY(sendAndWait());
        QVERIFY(m_transport->requests.isEmpty());
        QCOMPARE(m_reports[0].outcomes.size(), 3);
        QVERIFY(m_reports[0].outcomes[0].kind == Kind::RetryLater);
    }
    void aReceiptThatCannotBeKeptIsNotClaimed()
    {
        make(Level::Basic);
        spoolOneOfEach();
        m_spool->failingMarks = true;
        m_transport->answers = {answer(202)};
        QVERIFY(sendAndWait());
        QVERIFY(m_reports[0].outcomes[0].kind == Kind::RetryLater);
        QCOMPARE(m_spool->count(State::Sent), 0);
    }
    void nothingGoesOutWithoutAReceipt()
    {
        spoolOneOfEach();
        m_spool->failingReceipts = true;
        QVERIFY(sendAndWait());
        QVERIFY(m_transport->requests.isEmpty());
        QCOMPARE(m_reports[0].outcomes.size(), 3);
        for (const UploadOutcome &outcome : m_reports[0].outcomes)
            QVERIFY(outcome.kind == Kind::RetryLater && !outcome.detail.isEmpty());
    }
    void receiptsAreThereWhileTheRequestIsUnderWay()
    {
        make(Level::Basic);
        spoolOneOfEach();
        QVERIFY(send());
        QVERIFY(QTest::qWaitFor([this] { return m_transport->requests.size() == 1; }));
        QCOMPARE(m_spool->rows[0].receipt, m_spool->rows[0].bytes);
        QVERIFY(m_spool->rows[0].state == State::Pending);
    }
    void whatSurelyDidNotArriveHasNoReceipt_data()
    {
        QTest::addColumn<bool>("mayHaveArrived");
        QTest::newRow("never left") << false;
        QTest::newRow("the answer is missing") << true;
    }
    void whatSurelyDidNotArriveHasNoReceipt()
    {
        QFETCH(bool, mayHaveArrived);
        make(Level::Basic);
        spoolOneOfEach();
        m_transport->answers = {{TransportReply::Failure::Network, 0, {}, u"no cable"_s, mayHaveArrived}};
        QVERIFY(sendAndWait());
        QVERIFY(m_reports[0].outcomes[0].kind == Kind::RetryLater);
        QCOMPARE(!m_spool->rows[0].receipt.isEmpty(), mayHaveArrived);
        QVERIFY(m_spool->rows[0].state == State::Pending);
    }
    void whatWasDeletedOrErasedMeanwhileIsNotSent()
    {
        for (int i = 0; i < 700; ++i)
            QVERIFY(
                m_spool->record(TestSupport::event(u"command", TestSupport::command(u"napari.c%1"_s.arg(i), u"1"_s)))
                    .ok());
        m_transport->answers = {answer(202)};
        m_transport->sent = [this] { m_spool->rows.clear(); }; // while the first of two batches is under way
        QVERIFY(sendAndWait());
        QCOMPARE(m_transport->requests.size(), 1);
        QVERIFY(m_reports[0].outcomes[0].kind == Kind::Accepted);
    }
    void onlyOneSendingAtATime()
    {
        spoolOneOfEach();
        m_transport->answers = {answer(202), answer(202), answer(202)};
        QVERIFY(send());
        QVERIFY(!send());
        QVERIFY(QTest::qWaitFor([this] { return !m_reports.isEmpty(); }));
        QCoreApplication::processEvents();
        QCOMPARE(m_reports.size(), 1);
        QVERIFY(sendAndWait());
    }
    void cancelStopsAndReportsOnce()
    {
        spoolOneOfEach();
        m_transport->answers = {answer(202)}; // basic; middle stays in flight
        QVERIFY(send());
        QVERIFY(QTest::qWaitFor([this] { return m_transport->requests.size() == 2; }));
        m_uploader->cancel();
        m_uploader->cancel();
        QVERIFY(m_reports.isEmpty());
        QVERIFY(QTest::qWaitFor([this] { return !m_reports.isEmpty(); }));
        QCOMPARE(m_transport->cancelled, 1);
        QCOMPARE(m_reports.size(), 1);
        QCOMPARE(m_reports[0].outcomes.size(), 2);
        QVERIFY(m_reports[0].outcomes[0].kind == Kind::Accepted);
        QVERIFY(m_reports[0].outcomes[1].kind == Kind::Cancelled);
        QCOMPARE(m_transport->requests.size(), 2);
        QCOMPARE(m_spool->count(State::Pending), 6);
    }
    void cancelBeforeTheFirstStepSendsNothing()
    {
        spoolOneOfEach();
        m_transport->answers = {answer(202)};
        QVERIFY(send());
        m_uploader->cancel();
        QVERIFY(QTest::qWaitFor([this] { return !m_reports.isEmpty(); }));
        QVERIFY(m_transport->requests.isEmpty());
        QVERIFY(m_reports[0].outcomes.isEmpty());
        m_uploader->cancel(); // nothing under way: nothing happens
        QCoreApplication::processEvents();
        QCOMPARE(m_reports.size(), 1);
    }
    void mayBeDestroyedByWhoIsCalled()
    {
        spoolOneOfEach();
        m_transport->answers = {answer(202), answer(202), answer(202)};
        bool called = false;
        QVERIFY(m_uploader->sendPending({sendingLevels(), {}}, [&](const UploadReport &report) {
            m_uploader.reset();
            called = report.outcomes.size() == 3;
        }));
        QVERIFY(QTest::qWaitFor([&] { return called; }));
    }
    void destroyedInFlightCallsNobody()
    {
        spoolOneOfEach();
        QVERIFY(send());
        QVERIFY(QTest::qWaitFor([this] { return m_transport->requests.size() == 1; }));
        m_uploader.reset();
        QCoreApplication::processEvents();
        QVERIFY(m_reports.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUploader)
#include "tst_uploader.moc"
