#include "client/package/queueinstaller.h"

#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestQueueInstaller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForTheJobAndEndsOnce()
    {
        QueueInstaller installer;
        QSignalSpy wanted(&installer, &QueueInstaller::jobWanted);
        QSignalSpy output(&installer, &AbstractInstaller::output);
        QSignalSpy finished(&installer, &AbstractInstaller::finished);
        installer.take(u"another job's"_s);
        installer.end(0);
        QCOMPARE(output.size() + finished.size(), 0); // nothing runs
        installer.start(u"python"_s, {u"-m"_s, u"pip"_s});
        installer.start(u"python"_s, {});
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), uR"({"arguments":["-m","pip"],"program":"python"})"_s);
        installer.take(u"Looking"_s);
        QCOMPARE(output.first().first().toString(), u"Looking\n"_s);
        installer.end(0);
        installer.end(0);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), true);
        QVERIFY(!installer.isRunning());
    }
    void failureHasTheReason()
    {
        QueueInstaller installer;
        QSignalSpy finished(&installer, &AbstractInstaller::finished);
        installer.start(u"python"_s, {});
        installer.take(u"ERROR: no such thing"_s);
        installer.end(1);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QCOMPARE(finished.first().at(1).toString(), u"ERROR: no such thing"_s);
    }
    void cancellingTakesTheJobBackOnce()
    {
        QueueInstaller installer;
        QSignalSpy asked(&installer, &QueueInstaller::cancelWanted);
        QSignalSpy finished(&installer, &AbstractInstaller::finished);
        installer.cancel();
        QCOMPARE(asked.size(), 0); // nothing runs
        installer.start(u"python"_s, {});
        installer.cancel();
        QCOMPARE(asked.size(), 1);
        installer.end(1); // the queue's answer
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
    }
    void aQueueThatCanNotBeUsedIsNotAFailure()
    {
        QueueInstaller installer;
        QSignalSpy unavailable(&installer, &AbstractInstaller::unavailable);
        QSignalSpy finished(&installer, &AbstractInstaller::finished);
        installer.start(u"python"_s, {});
        installer.refuse(u"no such module"_s);
        QCOMPARE(unavailable.size(), 1);
        QCOMPARE(finished.size(), 0);
        QVERIFY(!installer.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestQueueInstaller)
#include "tst_queueinstaller.moc"
