#include "spool/disk/sqlitespool.h"

#include "support/grants.h"
#include "support/values.h"

#include <QAtomicInt>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 40;
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
    TestSqliteSpoolSharing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sqlitespoolsharing.moc"
