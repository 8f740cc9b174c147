#include "contract/limits.h"
#include "support/collectorprogram.h"

#include <QDir>
#include <QProcessEnvironment>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::postBytes;
using TestSupport::RawConnection;

/// The real program, when its file or its clock is not what it should be.
class TestCollectorFaults : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT
private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
    void nothingIsAcknowledgedInAFileThatIsGone_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("deleted") << false;
        QTest::newRow("replaced") << true;
    }
    void nothingIsAcknowledgedInAFileThatIsGone()
    {
        QFETCH(bool, replaced);
        QVERIFY(start());
        const QByteArray batch = TestSupport::batch({eventOf(u"napari"_s)});
        const QByteArray erase = R"({"period":"2026-W47","reporters":["61616161616161616161616161616161"]})"_ba;
        QCOMPARE(post("/v1/basic/events"_ba, batch).status, 202);
        QVERIFY(QFile::rename(m_path, m_path + u".away"_s));
        QVERIFY(!replaced || QFile::copy(m_path + u".away"_s, m_path));
        QCOMPARE(post("/v1/basic/events"_ba, batch).status, 503);
        QCOMPARE(post("/v1/basic/erase"_ba, erase).status, 503);
        QVERIFY(!replaced || QFile::remove(m_path));
        QVERIFY(QFile::rename(m_path + u".away"_s, m_path));
        QCOMPARE(post("/v1/basic/events"_ba, batch).status, 202);
        QCOMPARE(post("/v1/basic/erase"_ba, erase).status, 202);
    }
    void aYearAheadNothingIsRefused()
    {
        QVERIFY(start(u"2027-11-18T12:00:00Z"_s));
        const QByteArray request = postBytes("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)}));
        RawConnection client(m_port);
        for (int i = 0; i < Limits::clockRequests + 10; ++i) {
            client.send(request);
            const auto answer = client.answer();
            QCOMPARE(answer.status, 503);
            QVERIFY(answer.header.contains("Retry-After: 3600\r\n"));
        }
        QVERIFY(finish(SIGTERM));
        const QByteArray log = m_collector->readAllStandardError();
        QCOMPARE(log.count('\n'), 1);
        QVERIFY2(log.contains("the clock shows 2027-11-18T12:00:00Z, but most of the last 101 requests are 52 weeks "
                              "behind it"),
                 log.constData());
    }
    /// Without --now: the real clock, before the day on which the program was built.
    void aClockInThePastIsSaidAtTheStart()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("faketime is loaded before the sanitizer, which ends then");
#endif
        // Not by the program faketime: what it starts would go on when it is ended.
        const QStringList found = QDir(u"/usr/lib"_s).entryList({u"*-linux-gnu"_s}, QDir::Dirs);
        const QString library = u"/usr/lib/%1/faketime/libfaketime.so.1"_s.arg(found.value(0));
        if (!QFile::exists(library))
            QSKIP("libfaketime is not installed");
        m_collector = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, library);
        environment.insert(u"FAKETIME"_s, u"1990-01-01 00:00:00"_s);
        environment.insert(u"DONT_FAKE_MONOTONIC"_s, u"1"_s);
        m_collector->setProcessEnvironment(environment);
        m_collector->start(
            QStringLiteral(TELEMETRY_COLLECTOR),
            {u"--listen"_s, u"127.0.0.1:0"_s, u"--operator-listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_path});
        m_port = readPort("listening on http://127.0.0.1:"_ba);
        m_operatorPort = readPort("operator pages on http://127.0.0.1:"_ba);
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 503);
        QVERIFY(get(m_operatorPort, "/metrics"_ba, "localhost"_ba).body.contains("\ntelemetry_clock_implausible 1\n"));
        QVERIFY(finish(SIGTERM));
        QVERIFY(m_collector->readAllStandardError().contains("but this program was built on 20"));
        QCOMPARE(rows(), QStringList{});
    }
};

QTEST_GUILESS_MAIN(TestCollectorFaults)
#include "tst_collectorfaults.moc"
