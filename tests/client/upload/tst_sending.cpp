#include "client/spool/disk/sqlitespool.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"
#include "contract/batchcodec.h"
#include "support/grants.h"
#include "support/rawserver.h"
#include "support/values.h"

#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

/// Spool, uploader and transport together, down to the disk and the wire.
class TestSending : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<SqliteSpool> m_spool;
    RawServer m_server;
    UploadReport m_report;

    [[nodiscard]] QList<SpooledEvent> events() const { return m_spool->events().value(); }
    bool sendAndWait()
    {
        Uploader uploader(ConsentGate::forTest(Level::Full), *m_spool, TestSupport::dictionary(),
                          Endpoints::onLoopback(m_server.base()).value(), std::make_unique<HttpTransport>());
        bool done = false;
        return uploader.sendPending({sendingLevels(), {}}, [&](const UploadReport &report) {
            m_report = report;
            done = true;
        }) && QTest::qWaitFor([&] { return done; });
    }
private Q_SLOTS:
    void initTestCase()
    {
        auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(),
                                       m_folder.filePath(u"spool.sqlite"_s));
        QVERIFY(spool.ok());
        m_spool = std::move(spool).value();
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(m_spool->record(TestSupport::event(topic.topic, topic.example)).ok());
    }
    void aFailureLeavesEverythingPending()
    {
        m_server.answers = {RawServer::http("503 Service Unavailable", {}),
                            RawServer::http("302 Found", {}, "Location: /\r\n"),
                            RawServer::http("202 Accepted", "<html>")};
        QVERIFY(sendAndWait());
        for (const UploadOutcome &outcome : m_report.outcomes)
            QVERIFY(outcome.kind == UploadOutcome::Kind::RetryLater);
        QCOMPARE(m_report.outcomes.size(), 3);
        for (const SpooledEvent &event : events())
            QVERIFY(event.state == State::Pending);
    }
    void whatIsOnTheWireIsWhatLiesInTheSpool()
    {
        m_server.received.clear();
        m_server.answers = {
            RawServer::http("202 Accepted", R"({"refused":[]})"), RawServer::http("202 Accepted", R"({"refused":[]})"),
            RawServer::http("202 Accepted", R"({"refused":[{"index":0,"reason":"the week is closed"}]})")};
        QVERIFY(sendAndWait());
        QCOMPARE(m_server.received.size(), 3);
        const QByteArray wire = m_server.received.join();
        int refused = 0;
        for (const SpooledEvent &event : events()) {
            QVERIFY(wire.contains(event.bytes));
            QVERIFY(event.state != State::Pending);
            refused += event.state == State::Refused ? 1 : 0;
        }
        QCOMPARE(refused, 1);
    }
    void whatWasSentIsNotSentAgain()
    {
        m_server.received.clear();
        QVERIFY(sendAndWait());
        QVERIFY(m_server.received.isEmpty());
        QVERIFY(m_report.outcomes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSending)
#include "tst_sending.moc"
