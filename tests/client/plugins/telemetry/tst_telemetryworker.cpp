#include "client/plugins/telemetry/telemetryworker.h"

#include "client/collect/userecorder.h"
#include "client/spool/disk/sqlitepreview.h"
#include "client/spool/disk/usesegment.h"
#include "contract/limits.h"
#include "support/fakeupload.h"
#include "support/spoolfolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// A clock that the test goes on moving.
class SharedClock final : public Clock
{
public:
    explicit SharedClock(const FixedClock &clock)
        : m_clock(clock)
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }

private:
    const FixedClock &m_clock;
};

} // namespace

/// In the test's own thread: what is queued comes with its event loop.
class TestTelemetryWorker : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::SpoolFolder> m_place;
    std::unique_ptr<TestSupport::FakeUpload> m_upload;
    std::shared_ptr<UseRecorder> m_uses;
    std::unique_ptr<TelemetryWorker> m_worker;
    QString m_problem;

    TestSupport::Wire &wire() { return m_upload->wire; }
    QString seen() const { return ClientFiles::seenIn(m_place->files().folder()); }
    QString spool() const { return m_place->files().spool(); }
    void make()
    {
        m_uses = std::make_shared<UseRecorder>(std::make_unique<SharedClock>(m_place->clock));
        m_worker = std::make_unique<TelemetryWorker>(
            ClientPlace{m_place->files(), {}, HostFacts::ofThisComputer(u"0.9.2"_s, u"3.12.1"_s)}, m_uses,
            std::make_unique<SharedClock>(m_place->clock));
        m_worker->setUpload(m_upload.get());
        connect(m_worker.get(), &TelemetryWorker::problem, this, [this](const QString &text) { m_problem = text; });
    }
    void begin(Level level)
    {
        int session = 0;
        if (level >= Level::Full)
            session = m_uses->start([] {});
        m_worker->begin(ConsentGate::forTest(level, m_place->clock.now().addDays(-30)), {{u"napari-svg"_s, u"0.2.1"_s}},
                        session);
    }
    /// Everything that was not sent, as "topic week", and as another program sees it.
    QStringList unsent() const
    {
        QStringList events;
        const auto preview = SqlitePreview::open(spool());
        if (!preview)
            return events;
        const auto read = preview.value()->unsent([&](const SpooledEvent &event) {
            events.append(event.event.topic + u' ' + event.event.period.toString());
            return true;
        });
        if (!read)
            qFatal("the spool can't be read");
        events.sort();
        return events;
    }
    /// What is there of these weeks, in that form, when a plugin is installed and a command was used.
    static QStringList withCommand(const QStringList &weeks)
    {
        QStringList events;
        for (const QString &week : weeks) {
            for (const QString &topic : TestSupport::topicsUpTo(Level::Middle) + QStringList{u"command"_s})
                events.append(topic + u' '
                              + TestSupport::dictionary().topic(topic)->periodOf(TestSupport::week(week)).toString());
        }
        events.removeDuplicates(); // once a month
        events.sort();
        return events;
    }
    void use() { QCOMPARE(m_uses->use(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s)), UseRecorder::Kept::Yes); }
    /// Answers the request in flight, when it is.
    void answer(int status, const QByteArray &body = R"({"refused":[]})")
    {
        QTRY_COMPARE(wire().inFlight, 1);
        wire().reply(status, body);
    }
    /// Sends what is there, to the end.
    void sendAll()
    {
        QSignalSpy sent(m_worker.get(), &TelemetryWorker::sendFinished);
        m_worker->send();
        answer(202);
        QTRY_COMPARE(sent.size(), 1);
    }
    static EraseOrder everything() { return {ConsentGate::eraseForTest()}; }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TestSupport::SpoolFolder>();
        QVERIFY(m_place->isMade);
        qputenv("HOME", QFile::encodeName(m_place->folder.path())); // or a temporary folder is no place for events
        m_upload = std::make_unique<TestSupport::FakeUpload>();
        m_problem.clear();
        make();
    }
    void cleanup()
    {
        m_worker.reset();
        m_uses.reset();
    }

    void anErasingWaitsForTheSendingToEnd()
    {
        begin(Level::Basic);
        QSignalSpy sent(m_worker.get(), &TelemetryWorker::sendFinished);
        QSignalSpy erased(m_worker.get(), &TelemetryWorker::eraseFinished);
        m_worker->send();
        QTRY_COMPARE(wire().paths, QStringList{u"/v1/basic/events"_s});
        m_worker->erase(everything());
        QCoreApplication::processEvents();
        QCOMPARE(wire().paths.size(), 1); // nothing is erased that is still on its way
        answer(202);
        QTRY_COMPARE(wire().paths, QStringList({u"/v1/basic/events"_s, u"/v1/basic/erase"_s}));
        QCOMPARE(sent.size(), 1);
        answer(202, "{}");
        QTRY_COMPARE(wire().paths.size(), 3); // of the week, and of the month
        answer(202, "{}");
        QTRY_COMPARE(erased.size(), 1);
        QVERIFY(erased.first().first().value<EraseReport>().succeeded());
        QVERIFY(!wire().overlapped);
    }
    void aSendingWaitsForTheErasingToEnd()
    {
        begin(Level::Basic);
        sendAll();
        QTRY_COMPARE(unsent(), QStringList());
        m_place->clock.set(m_place->clock.now().addDays(7));
        m_worker->beginWeek();
        m_worker->erase(everything());
        QTRY_COMPARE(wire().paths.last(), u"/v1/basic/erase"_s);
        m_worker->send();
        m_worker->sendDue(); // nor of its own accord
        QCoreApplication::processEvents();
        QCOMPARE(wire().paths.size(), 2);
        answer(202, "{}"); // of the month
        QTRY_COMPARE(wire().paths.size(), 3);
        QCOMPARE(wire().paths.last(), u"/v1/basic/erase"_s);
        answer(202, "{}"); // and of the week
        QTRY_COMPARE(wire().paths.size(), 4);
        QCOMPARE(wire().paths.last(), u"/v1/basic/events"_s);
        answer(202);
        QVERIFY(!wire().overlapped);
    }
    void aSendingThatWaitsCanBeStopped()
    {
        begin(Level::Basic);
        sendAll();
        m_worker->erase(everything());
        QTRY_COMPARE(wire().paths.last(), u"/v1/basic/erase"_s);
        QSignalSpy notSent(m_worker.get(), &TelemetryWorker::notSent);
        m_worker->send();
        m_worker->cancelSending();
        QCOMPARE(notSent.size(), 1);
        answer(202, "{}");
        QCoreApplication::processEvents();
        QTRY_COMPARE(wire().paths.size(), 3); // the erasing of the other period
        answer(202, "{}");
        QCoreApplication::processEvents();
        QCOMPARE(wire().paths.size(), 3);
    }
    void aNoAbortsTheSendingAndTheErasingGoesOn()
    {
        begin(Level::Basic);
        sendAll();
        m_place->clock.set(m_place->clock.now().addDays(7));
        m_worker->beginWeek();
        m_worker->send();
        QTRY_COMPARE(wire().inFlight, 1);
        m_worker->erase(everything());
        m_worker->end();
        QTRY_COMPARE(wire().paths.last(), u"/v1/basic/erase"_s);
        answer(202, "{}");
        QVERIFY(!wire().overlapped);
        QCOMPARE(unsent(), QStringList());
    }

    void aNoForgetsWhatWasCounted_data()
    {
        QTest::addColumn<bool>("sending");
        QTest::addColumn<bool>("others");
        QTest::newRow("nothing goes on") << false << false;
        QTest::newRow("while something is sent") << true << false;
        QTest::newRow("another environment counts") << false << true;
    }
    void aNoForgetsWhatWasCounted()
    {
        QFETCH(bool, sending);
        QFETCH(bool, others);
        begin(Level::Basic);
        sendAll();
        QTRY_COMPARE(unsent(), QStringList());
        QVERIFY(QFile::exists(seen()));
        if (others)
            QVERIFY(QFile::copy(spool(), m_place->files().folder() + u"/spool-other.sqlite"_s));
        if (sending) {
            m_place->clock.set(m_place->clock.now().addDays(7));
            m_worker->beginWeek();
            m_worker->send();
            QTRY_COMPARE(wire().inFlight, 1);
        }
        m_worker->end();
        QCoreApplication::processEvents();
        QCOMPARE(QFile::exists(seen()), others);
        m_worker.reset();
        QCOMPARE(QFile::exists(seen()), others);
    }
    void forgettingReceiptsForgetsWhatWasCounted()
    {
        begin(Level::Basic);
        sendAll();
        QTRY_COMPARE(unsent(), QStringList());
        m_worker->forgetReceipts();
        QVERIFY(!QFile::exists(seen()));
        QVERIFY(m_problem.isEmpty());
    }

    void aWeekThatBeginsIsRecordedAndUsesAreIts()
    {
        QSignalSpy ready(m_worker.get(), &TelemetryWorker::ready);
        begin(Level::Full);
        QCOMPARE(ready.size(), 1);
        use();
        m_place->clock.set(m_place->clock.now().addDays(7));
        QCOMPARE(m_uses->use(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s)), UseRecorder::Kept::Later);
        m_worker->beginWeek();
        use();
        QTRY_COMPARE(unsent(), withCommand({u"2026-W47"_s, u"2026-W48"_s}));
        QCOMPARE(ready.size(), 1); // the same session
    }
    void theSameWeekIsRecordedOnce()
    {
        begin(Level::Middle);
        const QStringList before = unsent();
        m_worker->beginWeek();
        QCOMPARE(unsent(), before);
    }

    void aSpoolThatIsReplacedIsOpenedAnew_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("deleted") << false;
        QTest::newRow("damaged and replaced") << true;
    }
    void aSpoolThatIsReplacedIsOpenedAnew()
    {
        QFETCH(bool, damaged);
        begin(Level::Full);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(spool() + suffix);
        if (damaged) {
            QFile other(spool());
            QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(4096, 'x')) == 4096);
        }
        use();
        // With the facts of the week, under the same pseudonyms as before.
        QTRY_COMPARE(unsent(), withCommand({u"2026-W47"_s}));
        QCOMPARE(m_problem.isEmpty(), !damaged);
        m_worker->send(); // it is the new file that is sent from
        QTRY_COMPARE(wire().paths, QStringList{u"/v1/basic/events"_s});
        answer(202);
        QTRY_COMPARE(wire().paths.last(), u"/v1/middle/events"_s);
        answer(202);
        QTRY_COMPARE(unsent(), QStringList{u"command 2026-11"_s}); // still grows
    }
    void aSpoolIsNotExchangedWhileItIsBeingSent()
    {
        begin(Level::Full);
        m_worker->send();
        QTRY_COMPARE(wire().inFlight, 1);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(spool() + suffix);
        use();
        m_worker->send(); // counts first what was used, unless something is being sent
        QVERIFY(!QFile::exists(spool()));
        QCOMPARE(wire().inFlight, 1);
        m_worker->cancelSending();
        QTRY_VERIFY(QFile::exists(spool()));
    }

    void aPauseKeepsAndANoDeletes_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("while it runs") << false;
        QTest::newRow("during a pause") << true;
    }
    void aPauseKeepsAndANoDeletes()
    {
        QFETCH(bool, paused);
        begin(Level::Full);
        use();
        m_uses->stop(); // as the plugin does
        if (paused) {
            m_worker->pause();
            QVERIFY(!unsent().isEmpty());
        }
        m_worker->end();
        QCOMPARE(unsent(), QStringList());
        QCOMPARE(UseSegment::filesOf(spool()), QStringList());
    }
    void whatAnotherProcessKeptIsDeletedByANoToo()
    {
        begin(Level::Basic);
        m_worker->pause();
        make(); // the next start: during the pause, nothing is begun
        m_worker->end();
        QCOMPARE(unsent(), QStringList());
    }
    void whereNothingWasRecordedANoMakesNoFile()
    {
        m_worker->end();
        QVERIFY(!QFile::exists(spool()));
        QCOMPARE(QDir(m_place->files().folder()).entryList(QDir::Files | QDir::Hidden), QStringList());
        QCOMPARE(m_problem, QString());
    }
    void aTemporaryFolderIsNoPlaceForEvents()
    {
        qputenv("HOME", "/root-of-nobody");
        begin(Level::Full);
        QVERIFY(m_problem.contains(m_place->files().folder()));
        QVERIFY(!QFile::exists(spool()));
    }
};

QTEST_GUILESS_MAIN(TestTelemetryWorker)
#include "tst_telemetryworker.moc"
