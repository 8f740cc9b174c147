#include "platform/termination.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int ended = 7;

/// A program with a second thread, which a signal to the process may hit as well. `looks`: it does something between
/// short waits.
int program(bool looks)
{
    const Termination termination;
    QThread other;
    other.start();
    std::raise(SIGPIPE);
    std::puts("ready");
    std::fflush(stdout);
    if (looks) {
        while (!termination.wait(std::chrono::milliseconds(1))) { }
    } else {
        termination.wait();
    }
    other.quit();
    other.wait();
    return ended;
}

} // namespace

class TestTermination : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProgramEndsByItself_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("how");
        QTest::newRow("SIGTERM") << SIGTERM << u"--program"_s;
        QTest::newRow("SIGINT") << SIGINT << u"--program"_s;
        QTest::newRow("SIGTERM between looks") << SIGTERM << u"--looking-program"_s;
        QTest::newRow("SIGINT between looks") << SIGINT << u"--looking-program"_s;
    }
    void theProgramEndsByItself()
    {
        QFETCH(int, signal);
        QFETCH(QString, how);
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {how});
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(20'000));
        QCOMPARE(process.state(), QProcess::Running); // until it is told
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), ended);
    }
    void aWaitEndsInTime()
    {
        using namespace std::chrono_literals;
        const Termination termination;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!termination.wait(20ms));
        QVERIFY(timer.elapsed() >= 20);
        std::raise(SIGTERM); // one that came before the wait
        QVERIFY(termination.wait(1h));
        QVERIFY(timer.elapsed() < 60'000);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString how = QCoreApplication::arguments().value(1);
    if (how == "--program"_L1 || how == "--looking-program"_L1)
        return program(how == "--looking-program"_L1);
    TestTermination test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_termination.moc"
