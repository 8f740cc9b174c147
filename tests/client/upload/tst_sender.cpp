#include "client/upload/sender.h"

#include "client/spool/disk/sqlitespool.h"
#include "client/upload/disk/sendinglock.h"
#include "client/upload/disk/sendingstatefile.h"
#include "client/upload/uploader.h"
#include "client/upload/uploadinterface.h"
#include "support/events.h"
#include "support/faketransport.h"
#include "support/grants.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::answer;

namespace {

const QDateTime noon = TestSupport::now(); // Wednesday of 2026-W47

/// The upload plugin with a transport that answers from a list.
class FakeUpload final : public UploadInterface
{
public:
    void watchConnection() override { }
    [[nodiscard]] bool mayUseConnection() const override { return connection; }
    std::unique_ptr<AbstractUploader> createUploader(const Grant &grant, AbstractSpool &spool,
                                                     const DataDictionary &dictionary,
                                                     const Endpoints &endpoints) override
    {
        auto made = std::make_unique<TestSupport::FakeTransport>();
        transport = made.get();
        transport->answers = answers;
        return std::make_unique<Uploader>(grant, spool, dictionary, endpoints, std::move(made));
    }
    std::unique_ptr<AbstractEraser> createEraser(EraseGrant, AbstractReceipts &, const Endpoints &) override
    {
        return nullptr;
    }
    std::unique_ptr<AbstractListRefresher> createListRefresher(const Grant &, const Endpoints &) override
    {
        return nullptr;
    }
    bool connection = true;
    QList<TransportReply> answers;
    TestSupport::FakeTransport *transport = nullptr; ///< of the uploader that was made last
};

} // namespace

class TestSender : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    FixedClock m_clock{noon};
    std::unique_ptr<SqliteSpool> m_spool;
    FakeUpload m_upload;
    std::unique_ptr<SendingStateFile> m_store;
    std::unique_ptr<Sender> m_sender;
    int m_due = 0;
    UploadPlan m_plan;
    QList<UploadReport> m_reports;
    QStringList m_notSent;
    int m_noted = 0;       ///< times that it was noted that something leaves
    bool m_notable = true; ///< or that fails

    void start(Level level = Level::Full)
    {
        m_sender = std::make_unique<Sender>(m_clock, Endpoints());
        connect(m_sender.get(), &Sender::due, this, [this] { ++m_due; });
        connect(m_sender.get(), &Sender::planned, this, [this](const UploadPlan &plan) { m_plan = plan; });
        connect(m_sender.get(), &Sender::finished, this,
                [this](const UploadReport &report) { m_reports.append(report); });
        connect(m_sender.get(), &Sender::notSent, this, [this](const QString &reason) { m_notSent.append(reason); });
        m_sender->setUpload(&m_upload);
        m_sender->begin(ConsentGate::forTest(level, noon.addDays(-30)), TestSupport::dictionary(),
                        {*m_spool, *m_store,
                         [this]() -> Result<std::shared_ptr<void>> {
                             auto lock = SendingLock::take(m_file);
                             if (!lock)
                                 return lock.error();
                             return std::shared_ptr<void>(std::move(lock).value());
                         },
                         [this] {
                             ++m_noted;
                             return m_notable ? Result<Done>(Done{}) : Error{Error::Code::Io, u"read-only"_s};
                         }});
    }
    void record(const QString &topic, int weeksAgo = 0)
    {
        Event event = TestSupport::eventOf(topic, static_cast<char>('a' + weeksAgo));
        event.recordedIn = event.week().plusWeeks(-weeksAgo);
        event.period = TestSupport::dictionary().topic(topic)->periodOf(event.week());
        QVERIFY(m_spool->record(event).ok());
    }
    [[nodiscard]] qsizetype requests() const { return m_upload.transport ? m_upload.transport->requests.size() : 0; }
    /// As a timer and the GUI thread would.
    void tick(const QDateTime &now)
    {
        m_clock.set(now);
        const int before = m_due;
        m_sender->lookAgain();
        if (m_due > before)
            m_sender->sendDue();
        QCoreApplication::processEvents();
        QTRY_VERIFY(!m_sender->isSending() || m_upload.transport->answers.isEmpty());
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"spool-x.sqlite"_s);
        m_store = std::make_unique<SendingStateFile>(m_folder->filePath(u"spool-x.sending.json"_s));
        m_clock.set(noon);
        m_spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), m_file).value();
        m_upload.answers = {answer(202), answer(202), answer(202), answer(202)};
        m_upload.transport = nullptr;
        m_upload.connection = true;
        m_due = 0;
        m_plan = {};
        m_reports.clear();
        m_notSent.clear();
        m_noted = 0;
        m_notable = true;
    }
    void cleanup()
    {
        m_sender.reset();
        m_spool.reset();
    }
    void nothingIsSentAtStartAndAllThatIsRipeOnceInTheDay()
    {
        for (const auto &topic : {u"napari"_s, u"plugin"_s, u"command"_s})
            record(topic);
        start();
        for (int second = 0; second < 600; second += 50)
            tick(noon.addSecs(second));
        QCOMPARE(m_due, 0);
        QCOMPARE(requests(), 0);
        QVERIFY(m_plan.next() >= noon.addSecs(600));
        for (int minute = 10; minute < 24 * 60; minute += 10)
            tick(noon.addSecs(60 * minute));
        QCOMPARE(requests(), 2); // the command's week is not over
        QCOMPARE(m_spool->pending(Level::Full).value().size(), 1);
        QVERIFY(m_spool->pending(Level::Basic).value().isEmpty());
        // After the end of the week, with the day's rest, it goes, too.
        for (int hour = 24; hour < 24 * 7; ++hour)
            tick(noon.addSecs(3600 * hour));
        QCOMPARE(requests(), 3);
        QVERIFY(m_spool->pending(Level::Full).value().isEmpty());
        QVERIFY(m_plan.levels.isEmpty());
    }
    void whatIsOverdueGoesInAShortSession()
    {
        record(u"napari"_s, 2);
        start();
        tick(noon.addSecs(59));
        QCOMPARE(requests(), 0);
        tick(noon.addSecs(121));
        QCOMPARE(requests(), 1);
    }
    void nothingGoesOnAMeteredConnectionOrWithoutOne()
    {
        record(u"napari"_s, 2);
        start();
        m_upload.connection = false;
        tick(noon.addSecs(121));
        QVERIFY(m_due > 0);
        QCOMPARE(requests(), 0);
        m_upload.connection = true; // back: not a failure, so there is no back-off
        tick(noon.addSecs(721));
        QCOMPARE(requests(), 1);
    }
    void nothingLeavesThatCannotBeNotedBefore()
    {
        record(u"napari"_s, 2);
        start();
        tick(noon);
        QCOMPARE(m_noted, 0);
        m_notable = false;
        QSignalSpy failures(m_sender.get(), &Sender::failed);
        m_sender->sendNow();
        QCOMPARE(m_notSent, QStringList{u"read-only"_s});
        tick(noon.addSecs(3600 * 25));
        QCOMPARE(m_noted, 2);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(requests(), 0);
    }
    void theUsersClickDoesNotWait()
    {
        record(u"napari"_s);
        start();
        m_upload.connection = false;
        m_sender->sendNow();
        QTRY_COMPARE(m_reports.size(), 1);
        QCOMPARE(requests(), 1);
        QVERIFY(m_spool->pending(Level::Basic).value().isEmpty());
    }
    void theServersWaitHoldsTheUsersClick()
    {
        record(u"napari"_s);
        start(Level::Basic);
        TransportReply busy = answer(503);
        busy.retryAfter = "3600";
        m_upload.answers = {busy, answer(202)};
        m_sender->sendNow();
        QTRY_COMPARE(m_reports.size(), 1);
        m_sender->sendNow();
        QCOMPARE(m_notSent.size(), 1);
        QVERIFY(m_notSent[0].contains(u"asked to wait"_s));
        QCOMPARE(requests(), 1);
        m_clock.set(noon.addSecs(3600));
        m_sender->sendNow();
        QTRY_COMPARE(m_reports.size(), 2);
        QCOMPARE(requests(), 2);
    }
    void aFailureIsNotTriedAgainOnTheSameDay()
    {
        record(u"napari"_s, 2);
        m_upload.answers = {answer(503), answer(202)};
        start();
        tick(noon.addSecs(121));
        QCOMPARE(requests(), 1);
        for (int hour = 1; hour < 24; ++hour)
            tick(noon.addSecs(3600 * hour));
        QCOMPARE(requests(), 1);
        for (int hour = 24; hour < 50; ++hour)
            tick(noon.addSecs(3600 * hour));
        QCOMPARE(requests(), 2);
    }
    void twoProcessesSendOnce()
    {
        record(u"napari"_s, 2);
        start();
        m_clock.set(noon.addSecs(121));
        {
            const auto other = SendingLock::take(m_file);
            QVERIFY(other.ok());
            tick(noon.addSecs(121));
            QCOMPARE(requests(), 0);
            m_sender->sendNow();
            QCOMPARE(m_notSent.size(), 1);
        }
        tick(noon.addSecs(721));
        QCOMPARE(requests(), 1);
    }
    void afterTheEndNothingIsSent()
    {
        record(u"napari"_s, 2);
        start();
        m_upload.answers.clear(); // in flight until it is aborted
        m_sender->sendNow();
        QTRY_COMPARE(requests(), 1);
        m_sender->end();
        QCOMPARE(m_notSent.size(), 1);
        m_upload.transport = nullptr;
        tick(noon.addDays(2));
        m_sender->sendNow();
        QCOMPARE(requests(), 0);
        QCOMPARE(m_spool->pending(Level::Basic).value().size(), 1);
        QVERIFY(SendingLock::take(m_file).ok()); // and the lock is free
    }
    void aComputerThatSleptSendsOnceAfterItWoke()
    {
        record(u"napari"_s);
        start(Level::Basic);
        tick(noon.addSecs(60));
        QCOMPARE(requests(), 0);
        for (int minute = 0; minute < 60; minute += 10) // the timer stood still meanwhile
            tick(noon.addDays(3).addSecs(60 * minute));
        QCOMPARE(requests(), 1);
    }
    void aClockThatJumpsTenYearsNeitherRepeatsNorHoldsForLong_data()
    {
        QTest::addColumn<int>("years");
        QTest::addColumn<int>("status");
        for (const int years : {10, -10}) {
            for (const int status : {202, 503})
                QTest::addRow("%+d years, %d", years, status) << years << status;
        }
    }
    void aClockThatJumpsTenYearsNeitherRepeatsNorHoldsForLong()
    {
        QFETCH(int, years);
        QFETCH(int, status);
        record(u"napari"_s, 2);
        start(Level::Basic);
        m_upload.answers = {answer(status), answer(202), answer(202)};
        for (int hour = 0; hour < 23; ++hour)
            tick(noon.addYears(years).addSecs(3600 * hour));
        QVERIFY(requests() <= 1);
        const qsizetype before = requests();
        record(u"napari"_s, 1);
        for (int hour = 0; hour < 23; ++hour) // right again
            tick(noon.addSecs(3600 * hour));
        QVERIFY(requests() - before <= 1); // the attempt that was noted under the wrong clock may be forgotten
        for (int hour = 23; hour < 24 * 7; ++hour)
            tick(noon.addSecs(3600 * hour));
        QVERIFY(requests() > before);
        QVERIFY(m_spool->pending(Level::Basic).value().isEmpty());
    }
    void whereTheAttemptCannotBeNotedNothingIsSent()
    {
        record(u"napari"_s, 2);
        start();
        const QString store = m_folder->filePath(u"spool-x.sending.json"_s);
        QVERIFY(QDir().mkpath(store)); // a folder in the way, which stops root, too
        QSignalSpy failures(m_sender.get(), &Sender::failed);
        tick(noon.addSecs(121));
        m_sender->sendNow();
        QCoreApplication::processEvents();
        QCOMPARE(requests(), 0);
        QVERIFY(!failures.isEmpty() || !m_notSent.isEmpty());
    }
    void aSpoolFromABackupIsNotSentTwiceInADay()
    {
        record(u"napari"_s, 2);
        m_spool.reset();
        const QString copy = m_folder->filePath(u"copy"_s);
        QVERIFY(QFile::copy(m_file, copy));
        m_spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), m_file).value();
        start();
        tick(noon.addSecs(121));
        QCOMPARE(requests(), 1);
        const QByteArray first = m_upload.transport->requests[0].body;
        m_sender.reset();
        m_spool.reset();
        for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_file + suffix);
        QVERIFY(QFile::rename(copy, m_file));
        m_spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), m_file).value();
        QCOMPARE(m_spool->pending(Level::Basic).value().size(), 1); // it does not know any more
        m_upload.transport = nullptr;
        start();
        for (int hour = 0; hour < 23; ++hour)
            tick(noon.addSecs(200 + 3600 * hour));
        QCOMPARE(requests(), 0);
        for (int hour = 24; hour < 32; ++hour)
            tick(noon.addSecs(3600 * hour));
        QCOMPARE(requests(), 1); // the same bytes: at the collector the same row
        QCOMPARE(m_upload.transport->requests[0].body, first);
    }
};

QTEST_GUILESS_MAIN(TestSender)
#include "tst_sender.moc"
