#include "contract/limits.h"
#include "support/collectorprogram.h"

#include <QFileInfo>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::RawConnection;

/// What the real program leaves in files and logs.
class TestCollectorTraces : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT
private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
    /// Nobody aggregates; the collector alone deletes what is 60 days old.
    void whatIsTooOldIsInNoFile()
    {
        const QByteArray marker = "napari.layer.duplicate"_ba; // of the public list, and of nothing else in these files
        Event event = eventOf(u"command"_s, 'q');
        event.value[u"command"_s] = QString::fromUtf8(marker);
        const auto filesWith = [&](const QByteArray &bytes) {
            QStringList found;
            for (const QString &name : QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden)) {
                if (TestSupport::resource(m_directory->filePath(name)).contains(bytes))
                    found.append(name);
            }
            return found;
        };
        QVERIFY(start());
        QCOMPARE(post("/v1/full/events"_ba, TestSupport::batch({event})).status, 202);
        QCOMPARE(rows(), QStringList{row(event)});
        QVERIFY(finish(SIGKILL)); // it is still in the log
        QVERIFY(!filesWith(marker).isEmpty());
        // The month begins on Monday, November 2: January 1 is 60 days later.
        QVERIFY(start(u"2026-12-31T23:59:59Z"_s));
        QTRY_COMPARE(query(u"SELECT day FROM tidied"_s), QStringList{u"2026-12-31"_s}); // else the next day is doubted
        QTRY_COMPARE(filesWith(event.reporter.bytes()), QStringList{u"raw.sqlite"_s});
        QVERIFY(finish(SIGKILL));
        QVERIFY(start(u"2027-01-01T00:00:00Z"_s));
        QTRY_COMPARE(filesWith(marker), QStringList{});
        QCOMPARE(filesWith(event.reporter.bytes()), QStringList{});
        QCOMPARE(rows(), QStringList{});
    }
    void theLogIsEmptySecondsLater()
    {
        QVERIFY(start());
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 202);
        QVERIFY(QFileInfo(m_path + u"-wal"_s).size() > 0);
        QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(m_path + u"-wal"_s).size(), 0, 2'000 * Limits::rawLogSeconds);
        QCOMPARE(rows(), QStringList{row(eventOf(u"napari"_s))});
    }
    void logsNothingOfARequest()
    {
        QVERIFY(startWithOperatorPages());
        QCOMPARE(post("/v1/SECRET/events"_ba, "SECRET"_ba).status, 404);
        QCOMPARE(post("/v1/basic/events"_ba, "SECRET"_ba).status, 400);
        RawConnection broken(m_port);
        broken.send("SECRET\r\n\r\n"_ba);
        QCOMPARE(broken.answer().status, 400);
        const auto metrics = get(m_operatorPort, "/metrics"_ba, "127.0.0.1"_ba);
        QVERIFY(metrics.body.contains("telemetry_requests_total{status=\"400\"} 2\n"));
        QVERIFY(!metrics.body.contains("SECRET"));
        QVERIFY(finish(SIGTERM));
        QCOMPARE(m_collector->readAllStandardOutput() + m_collector->readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCollectorTraces)
#include "tst_collectortraces.moc"
