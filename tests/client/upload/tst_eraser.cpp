#include "client/upload/eraser.h"

#include "contract/limits.h"
#include "support/faketransport.h"
#include "support/grants.h"
#include "support/memoryreceipts.h"
#include "support/values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <type_traits>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::answer;
using TestSupport::FakeTransport;

// A grant to send is none to erase, and the click counts once.
static_assert(
    !std::is_constructible_v<Eraser, Grant, AbstractReceipts &, const Endpoints &, std::unique_ptr<AbstractTransport>>);
static_assert(!std::is_copy_constructible_v<EraseGrant>);

class TestEraser : public QObject
{
    Q_OBJECT
private:
    MemoryReceipts m_receipts;
    FakeTransport *m_transport = nullptr;
    std::unique_ptr<Eraser> m_eraser;
    QList<EraseReport> m_reports;
    int m_gaps = 0; ///< times between two requests that were drawn

    void add(Level level, QStringView week, int count = 1)
    {
        static int number = 0;
        for (int i = 0; i < count; ++i)
            m_receipts.left.append({u"topic"_s, TestSupport::week(week),
                                    *Reporter::fromBytes(QByteArray::number(++number).rightJustified(16, '0')), level});
    }
    void addThreeLevelsOfTwoWeeks()
    {
        for (const Level level : sendingLevels()) {
            add(level, u"2026-W46", 2);
            add(level, u"2026-W47");
        }
    }
    bool eraseAndWait()
    {
        m_eraser->erase([this](const EraseReport &report) { m_reports.append(report); });
        return m_reports.isEmpty() && QTest::qWaitFor([this] { return !m_reports.isEmpty(); });
    }
    static QList<TransportReply> yes(int times) { return QList<TransportReply>(times, answer(202, "{}")); }
private Q_SLOTS:
    void init()
    {
        m_receipts.left.clear();
        m_receipts.marked.clear();
        m_receipts.failing = m_receipts.failingMarks = false;
        auto transport = std::make_unique<FakeTransport>();
        m_transport = transport.get();
        m_eraser = std::make_unique<Eraser>(ConsentGate::eraseForTest(), m_receipts, Endpoints(), std::move(transport),
                                            [this] {
                                                ++m_gaps;
                                                return 0;
                                            });
        m_gaps = 0;
        m_reports.clear();
    }
    void cleanup() { m_eraser.reset(); }

    void withoutReceiptsNothingIsAsked()
    {
        QVERIFY(eraseAndWait());
        QVERIFY(m_transport->requests.isEmpty());
        QVERIFY(m_reports[0].outcomes.isEmpty() && m_reports[0].succeeded());
    }
    void eachWeekOfEachLevelHasARequestToItsOwnHost()
    {
        addThreeLevelsOfTwoWeeks();
        const QList<Receipt> all = m_receipts.left;
        m_transport->answers = yes(6);
        QVERIFY(eraseAndWait());
        QCOMPARE(m_transport->requests.size(), 6);
        QCOMPARE(m_transport->overlaps, 0);
        QCOMPARE(m_gaps, 5); // one between each two
        QSet<QString> asked;
        for (const Request &request : m_transport->requests) {
            QCOMPARE(request.url, Endpoints().erase(request.level));
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            for (const QJsonValue &reporter : body["reporters"_L1].toArray())
                asked.insert(levelName(request.level) + body["period"_L1].toString() + reporter.toString());
        }
        QCOMPARE(asked.size(), 9);
        for (const Receipt &receipt : all)
            QVERIFY(asked.contains(levelName(receipt.level) + receipt.period.toString() + receipt.reporter.toString()));
        QVERIFY(m_receipts.left.isEmpty());
        QCOMPARE(m_receipts.marked, all);
        QVERIFY(m_reports[0].succeeded());
        QCOMPARE(m_reports[0].outcomes.size(), 3);
        for (const EraseOutcome &outcome : m_reports[0].outcomes) {
            QCOMPARE(outcome.erased, 3);
            QCOMPARE(outcome.host, Endpoints().displayHost(outcome.level));
        }
    }
    void noRequestIsLargerThanTheCollectorTakes()
    {
        add(Level::Full, u"2026-W47", static_cast<int>(Limits::eraseReporters) + 1);
        m_transport->answers = yes(2);
        QVERIFY(eraseAndWait());
        QCOMPARE(m_transport->requests.size(), 2);
        for (const Request &request : m_transport->requests) {
            QVERIFY(request.body.size() <= Limits::requestBytes);
            QVERIFY(QJsonDocument::fromJson(request.body)["reporters"_L1].toArray().size() <= Limits::eraseReporters);
        }
        QCOMPARE(m_reports[0].outcomes[0].erased, static_cast<int>(Limits::eraseReporters) + 1);
    }
    void aLevelThatFailsDoesNotHoldBackTheOthers_data()
    {
        QTest::addColumn<TransportReply>("bad");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("erased"); // of the level that fails
        QTest::newRow("not reached") << TransportReply{TransportReply::Failure::Network, 0, {}, u"no cable"_s} << 5
                                     << 0;
        QTest::newRow("busy") << answer(503, "{}") << 5 << 0;
        QTest::newRow("redirect") << answer(302, "{}") << 5 << 0;
        QTest::newRow("somebody else's page") << answer(202, "<html>") << 5 << 0;
        QTest::newRow("one week rejected") << answer(400, R"({"error":"no"})") << 6 << 1;
    }
    void aLevelThatFailsDoesNotHoldBackTheOthers()
    {
        QFETCH(TransportReply, bad);
        addThreeLevelsOfTwoWeeks();
        m_transport->answers = QList<TransportReply>{bad} + yes(5);
        QVERIFY(eraseAndWait());
        QTEST(static_cast<int>(m_transport->requests.size()), "requests");
        QVERIFY(!m_reports[0].succeeded());
        QCOMPARE(m_reports[0].outcomes.size(), 3);
        QTEST(m_reports[0].outcomes[0].erased, "erased");
        QVERIFY(!m_reports[0].outcomes[0].detail.isEmpty());
        for (int i = 1; i < 3; ++i) {
            QCOMPARE(m_reports[0].outcomes[i].erased, 3);
            QVERIFY(m_reports[0].outcomes[i].detail.isEmpty());
        }
        QFETCH(int, erased);
        QCOMPARE(m_receipts.left.size(), 3 - erased); // to try again
        for (const Receipt &receipt : m_receipts.left)
            QVERIFY(receipt.level == Level::Basic);
    }
    void receiptsThatCannotBeReadAreReported()
    {
        m_receipts.failing = true;
        QVERIFY(eraseAndWait());
        QVERIFY(m_transport->requests.isEmpty());
        QVERIFY(!m_reports[0].succeeded());
        QVERIFY(!m_reports[0].problem.isEmpty());
    }
    void whatCannotBeMarkedIsNotClaimed()
    {
        add(Level::Basic, u"2026-W47");
        m_receipts.failingMarks = true;
        m_transport->answers = yes(1);
        QVERIFY(eraseAndWait());
        QVERIFY(!m_reports[0].succeeded());
        QCOMPARE(m_reports[0].outcomes[0].erased, 0);
        QCOMPARE(m_receipts.left.size(), 1);
    }
    void theClickCountsOnce()
    {
        add(Level::Basic, u"2026-W47");
        m_transport->answers = yes(1);
        QVERIFY(eraseAndWait());
        add(Level::Basic, u"2026-W47");
        m_transport->answers = yes(1);
        m_eraser->erase([this](const EraseReport &report) { m_reports.append(report); });
        QCoreApplication::processEvents();
        QCOMPARE(m_transport->requests.size(), 1);
        QCOMPARE(m_reports.size(), 1);
    }
    void mayBeDestroyedByWhoIsCalled_data()
    {
        QTest::addColumn<int>("receipts");
        QTest::newRow("at once") << 0;
        QTest::newRow("after an answer") << 1;
    }
    void mayBeDestroyedByWhoIsCalled()
    {
        QFETCH(int, receipts);
        add(Level::Basic, u"2026-W47", receipts);
        m_transport->answers = yes(1);
        bool called = false;
        m_eraser->erase([&](const EraseReport &report) {
            m_eraser.reset();
            called = report.succeeded();
        });
        QVERIFY(QTest::qWaitFor([&] { return called; }));
    }
    void destroyedInFlightCallsNobodyAndKeepsTheReceipts()
    {
        add(Level::Basic, u"2026-W47");
        m_eraser->erase([this](const EraseReport &report) { m_reports.append(report); });
        QVERIFY(QTest::qWaitFor([this] { return m_transport->requests.size() == 1; }));
        m_eraser.reset();
        QCoreApplication::processEvents();
        QVERIFY(m_reports.isEmpty());
        QCOMPARE(m_receipts.left.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEraser)
#include "tst_eraser.moc"
