#include "client/collect/disk/identityfile.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/spool/disk/usejournal.h"
#include "client/spool/useline.h"
#include "support/grants.h"
#include "support/values.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// What the client does with its files in a week, in one process. Says what was acknowledged: a line "kept NAME" when
/// the event of that name must be there from then on. Never fails: that is for the parent to judge.
void client(const QString &folder)
{
    const auto say = [](const QString &name) {
        std::printf("kept %s\n", qPrintable(name));
        std::fflush(stdout);
    };
    const Week week = TestSupport::week(u"2026-W47");
    const Grant grant = ConsentGate::forTest(Level::Full);
    const QString file = folder + u"/spool.sqlite"_s;
    const auto identity = IdentityFile(folder).current(week);
    // Without an identity nothing is recorded, as in WeeklyRecorder.
    const QByteArray secret = identity ? identity.value().secret : QByteArray();
    if (secret.isEmpty())
        return;
    auto spool = SqliteSpool::open(grant, TestSupport::dictionary(), file);
    if (!spool)
        return;
    SqliteSpool &open = *spool.value();
    (void)open.purgeAbove(Level::Full).ok();
    (void)open.expire(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)).ok();
    for (int i = 0; i < 3; ++i) {
        const QString name = u"napari.recorded%1"_s.arg(i);
        if (open.record(TestSupport::event(u"command", TestSupport::command(name, u"1"_s))).ok())
            say(name);
    }
    const auto journal = UseJournal::open(file, [] {});
    if (!journal)
        return;
    for (int i = 0; i < 6; ++i) {
        const QString name = u"napari.used%1"_s.arg(i);
        const Event event = TestSupport::event(u"command", TestSupport::command(name, u"1"_s));
        if (journal.value()->append(i, useLine(i, event), useAgainLine(i)))
            say(name);
        if (i % 2)
            (void)journal.value()->fold(open).ok();
    }
    (void)open.events().ok();
    if (const auto pending = open.pending(Level::Full)) {
        if (const auto leaving = open.beginSending(pending.value()))
            (void)open.markSent(leaving.value()).ok();
    }
}

/// Prints the names of all events that a client without faults finds, with their number of uses being 1.
void check(const QString &folder)
{
    const QString file = folder + u"/spool.sqlite"_s;
    auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file);
    const auto journal = UseJournal::open(file, [] {});
    if (!spool || !journal || !journal.value()->fold(*spool.value()))
        return;
    for (const SpooledEvent &spooled : spool.value()->events().value()) {
        std::printf("%s %s\n", qPrintable(spooled.event.value["command"_L1].toString()),
                    qPrintable(spooled.event.value["count_class"_L1].toString()));
    }
}

} // namespace

/// Each call that touches the client's files fails, once and for good, with each error of a disk: the client neither
/// crashes nor hangs, and what it acknowledged is there afterwards. `TELEMETRY_FULL` tries every call with every error,
/// else each call gets one of them.
class TestFailingCalls : public QObject
{
    Q_OBJECT
private:
    struct Outcome
    {
        bool ended = false;
        QByteArray output;
    };
    static Outcome run(const QString &what, const QString &folder, const QList<std::pair<QString, QString>> &faults)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!faults.isEmpty()) {
            environment.insert(u"LD_PRELOAD"_s, QStringLiteral(TELEMETRY_FAULTS));
            environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s); // it would want to be the first
            environment.insert(u"TELEMETRY_FAULT_PATH"_s, folder);
        }
        for (const auto &[name, value] : faults)
            environment.insert(u"TELEMETRY_FAULT_"_s + name, value);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {what, folder});
        constexpr int hangsMs = 30'000;
        const bool ended =
            process.waitForFinished(hangsMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        return {ended, process.readAllStandardOutput()};
    }
    static int countOf(const QString &call)
    {
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(u"count"_s);
        const Outcome outcome = run(u"--client"_s, folder.path(), {{u"CALL"_s, call}, {u"COUNT"_s, file}});
        QFile count(file);
        if (!outcome.ended || outcome.output.count("kept ") != 9 || !count.open(QIODevice::ReadOnly))
            return -1;
        return count.readAll().trimmed().toInt();
    }
private Q_SLOTS:
    void whatWasAcknowledgedIsThereAfterwards_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("least");
        QTest::newRow("write") << u"write"_s << 20;
        QTest::newRow("fsync") << u"fsync"_s << 5;
        QTest::newRow("open") << u"open"_s << 10;
        QTest::newRow("rename") << u"rename"_s << 1;
        QTest::newRow("unlink") << u"unlink"_s << 4;
        QTest::newRow("truncate") << u"truncate"_s << 3;
    }
    void whatWasAcknowledgedIsThereAfterwards()
    {
        QFETCH(QString, call);
        QFETCH(int, least);
        const int calls = countOf(call);
        QVERIFY2(calls >= least, qPrintable(u"%1 calls"_s.arg(calls))); // or the shim is not in the way
        const bool full = qEnvironmentVariableIsSet("TELEMETRY_FULL");
        const QList<int> errors = {ENOSPC, EIO, EROFS, EMFILE, EDQUOT};
        int runs = 0;
        int lost = 0;
        for (int number = 1; number <= calls; ++number) {
            for (qsizetype i = 0; i < errors.size(); ++i) {
                for (const bool forGood : {false, true}) {
                    if (!full && (number % errors.size() != i || (number / errors.size()) % 2 != (forGood ? 1 : 0)))
                        continue;
                    const QTemporaryDir folder;
                    const QString name = u"%1 %2%3, error %4"_s.arg(call)
                                             .arg(number)
                                             .arg(forGood ? u" and all after it"_s : u""_s)
                                             .arg(errors[i]);
                    const Outcome client = run(u"--client"_s, folder.path(),
                                               {{u"CALL"_s, call},
                                                {u"FROM"_s, QString::number(number)},
                                                {u"TO"_s, QString::number(forGood ? 1'000'000 : number)},
                                                {u"ERRNO"_s, QString::number(errors[i])}});
                    QVERIFY2(client.ended, qPrintable(name));
                    const Outcome after = run(u"--check"_s, folder.path(), {});
                    QVERIFY2(after.ended, qPrintable(name));
                    const QByteArrayList found = after.output.split('\n');
                    for (const QByteArray &line : client.output.split('\n')) {
                        if (!line.startsWith("kept "))
                            continue;
                        const QByteArray event = line.sliced(5) + " 1"; // and not counted twice
                        QVERIFY2(found.count(event) == 1,
                                 qPrintable(name + u": lost "_s + QString::fromLatin1(event) + u"; there is "_s
                                            + QString::fromLatin1(after.output)));
                    }
                    lost += 9 - static_cast<int>(client.output.count("kept "));
                    ++runs;
                }
            }
        }
        qInfo("%d of %d calls failed in %d runs; %d events were refused, none lost", calls, calls, runs, lost);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--client"_L1)
        return client(arguments.value(2)), 0;
    if (arguments.value(1) == "--check"_L1)
        return check(arguments.value(2)), 0;
    TestFailingCalls test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_failingcalls.moc"
