#include "platform/termination.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int ended = 7;

/// A program with a second thread, which a signal to the process may hit as well.
int program()
{
    const Termination termination;
    QThread other;
    other.start();
    std::raise(SIGPIPE);
    std::puts("ready");
    std::fflush(stdout);
    termination.wait();
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
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void theProgramEndsByItself()
    {
        QFETCH(int, signal);
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--program"_s});
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(20'000));
        QCOMPARE(process.state(), QProcess::Running); // until it is told
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), ended);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "--program"_L1)
        return program();
    TestTermination test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_termination.moc"
