#include "client/spool/disk/sqlitespool.h"
#include "support/events.h"
#include "support/grants.h"
#include "support/rawserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// A computer that falls asleep while something is sent: the process stands still, the other side gives up.
class TestSleep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasUnderWayGoesAgainAfterWaking()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spool-soak.sqlite"_s);
        const auto open = [&file] {
            return SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file).value();
        };
        QVERIFY(open()->record(TestSupport::eventOf(u"napari"_s, 'a')).ok());

        RawServer server; // has no answer at first
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        client.start(QStringLiteral(SOAKCLIENT), {folder.path(), server.base(), u"1"_s, u"finish"_s});
        QTRY_VERIFY(!server.received.isEmpty() && server.received[0].endsWith("]}"));
        const auto process = static_cast<pid_t>(client.processId());
        QCOMPARE(kill(process, SIGSTOP), 0);
        for (auto *socket : server.findChildren<QTcpSocket *>())
            socket->abort();
        QTRY_COMPARE(server.closed, 1);
        QCOMPARE(open()->pending(Level::Basic).value().size(), 1);

        server.answers = {RawServer::http("202 Accepted", R"({"refused":[]})")};
        QCOMPARE(kill(process, SIGCONT), 0);
        QTRY_COMPARE(client.state(), QProcess::NotRunning);
        QCOMPARE(client.exitStatus(), QProcess::NormalExit);
        QCOMPARE(client.exitCode(), 0);
        QCOMPARE(server.received.size(), 2);
        QCOMPARE(server.received[1], server.received[0]); // the same bytes: at a collector the same row
        QCOMPARE(open()->events().value().first().state, SpooledEvent::State::Sent);
    }
};

QTEST_GUILESS_MAIN(TestSleep)
#include "tst_sleep.moc"
