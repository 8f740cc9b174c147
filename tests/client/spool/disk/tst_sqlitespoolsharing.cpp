#include "client/spool/disk/sqlitespool.h"

#include "client/spool/disk/usejournal.h"
#include "client/spool/disk/usesegment.h"
#include "client/spool/useline.h"
#include "support/grants.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QAtomicInt>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <array>
#include <csignal>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 40;
constexpr int ownCommands = 2; // of 8 processes: as many as the cap allows
const QStringList classes{u"1"_s, u"2-9"_s, u"10-99"_s, u"100+"_s};

/// Opens the file and records the same commands as everybody else, in classes that rise. Returns how often it failed.
int recordMany(const QString &file)
{
    auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file);
    if (!spool) {
        qWarning("%ls", qUtf16Printable(spool.error().detail));
        return rounds;
    }
    int failed = 0;
    for (int i = 0; i < rounds; ++i) {
        const QJsonObject value = TestSupport::command(u"napari.command_%1"_s.arg(i % 10), classes[i / 10]);
        if (auto recorded = spool.value()->record(TestSupport::event(u"command", value)); !recorded) {
            qWarning("%ls", qUtf16Printable(recorded.error().detail));
            ++failed;
        }
    }
    return failed;
}

/// Uses 8 commands of its own by way of the journal, counting now and then; an odd process is killed at the end, with
/// what it did not count.
int useMany(const QString &file, int process, int uses)
{
    auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file);
    const auto journal = UseJournal::open(file, [] {});
    if (!spool || !journal)
        return 1;
    QList<QByteArray> first;
    QList<QByteArray> again;
    for (int i = 0; i < ownCommands; ++i) {
        const QJsonObject value = TestSupport::command(u"napari.p%1_%2"_s.arg(process).arg(i), u"1"_s);
        first.append(useLine(i, TestSupport::event(u"command", value)));
        again.append(useAgainLine(i));
    }
    int failed = 0;
    for (int i = 0; i < uses; ++i) {
        failed += !journal.value()->append(i % ownCommands, first[i % ownCommands], again[i % ownCommands]);
        if (i % (uses / 7) == 0)
            (void)journal.value()->fold(*spool.value()).ok(); // another process may hold the file: the next one will do
    }
    if (failed == 0 && process % 2)
        ::kill(::getpid(), SIGKILL);
    for (int attempt = 0; attempt < 20; ++attempt) {
        if (journal.value()->fold(*spool.value()))
            break;
    }
    return failed;
}

} // namespace

class TestSqliteSpoolSharing : public QObject
{
    Q_OBJECT
private:
    static void everyCommandIsThereOnceWithItsGreatestClass(const QString &file)
    {
        const auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file);
        QVERIFY(spool.ok());
        const auto events = spool.value()->events();
        QCOMPARE(events.value().size(), 10);
        for (const SpooledEvent &spooled : events.value())
            QCOMPARE(spooled.event.value["count_class"_L1].toString(), u"100+"_s);
    }
private Q_SLOTS:
    void threadsWithAConnectionEach()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spool.sqlite"_s);
        QAtomicInt failed;
        QList<QThread *> threads;
        for (int i = 0; i < 4; ++i) {
            threads.append(QThread::create([&] { failed.fetchAndAddOrdered(recordMany(file)); }));
            threads.last()->start();
        }
        for (QThread *thread : threads) {
            thread->wait();
            delete thread;
        }
        QCOMPARE(failed.loadAcquire(), 0);
        everyCommandIsThereOnceWithItsGreatestClass(file);
    }
    void processesThatStartTogether()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spool.sqlite"_s);
        std::array<QProcess, 3> processes;
        for (QProcess &process : processes) {
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QCoreApplication::applicationFilePath(), {u"--record"_s, file});
        }
        for (QProcess &process : processes) {
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
        }
        everyCommandIsThereOnceWithItsGreatestClass(file);
    }
    void eightProcessesLoseNoUseAndCountNoneTwice()
    {
        const int uses = qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 10'000 : 2'000;
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spool.sqlite"_s);
        std::array<QProcess, 8> processes;
        for (size_t i = 0; i < processes.size(); ++i) {
            processes[i].setProcessChannelMode(QProcess::ForwardedErrorChannel);
            processes[i].start(QCoreApplication::applicationFilePath(),
                               {u"--use"_s, file, QString::number(i), QString::number(uses)});
        }
        for (size_t i = 0; i < processes.size(); ++i) {
            QVERIFY(processes[i].waitForFinished(100'000));
            QCOMPARE(processes[i].exitStatus(), i % 2 ? QProcess::CrashExit : QProcess::NormalExit);
            QVERIFY(i % 2 || processes[i].exitCode() == 0);
        }
        // What the killed ones left was counted by those that still ran, or is counted now.
        {
            const auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file);
            QVERIFY(spool.ok());
            QVERIFY(UseJournal::open(file, [] {}).value()->fold(*spool.value()).ok());
        }
        QCOMPARE(UseSegment::filesOf(file), QStringList());
        const QStringList counts = TestSupport::query(file, u"SELECT uses FROM event"_s);
        QCOMPARE(counts, QStringList(8 * ownCommands, QString::number(uses / ownCommands)));
    }
    void threadsThatMeetADamagedFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spool.sqlite"_s);
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(10'000, 'x')) > 0);
        damaged.close();
        QAtomicInt failed;
        QList<QThread *> threads;
        for (int i = 0; i < 3; ++i) {
            threads.append(QThread::create([&] { failed.fetchAndAddOrdered(recordMany(file)); }));
            threads.last()->start();
        }
        for (QThread *thread : threads) {
            thread->wait();
            delete thread;
        }
        QCOMPARE(failed.loadAcquire(), 0);
        everyCommandIsThereOnceWithItsGreatestClass(file);
    }
};

/// With `--record FILE` the test is the other process.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--record"_L1)
        return recordMany(arguments.value(2)) == 0 ? 0 : 1;
    if (arguments.value(1) == "--use"_L1)
        return useMany(arguments.value(2), arguments.value(3).toInt(), arguments.value(4).toInt());
    TestSqliteSpoolSharing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sqlitespoolsharing.moc"
