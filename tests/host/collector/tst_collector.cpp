#include "contract/limits.h"
#include "support/events.h"
#include "support/rawhttp.h"

#include "contract/limits.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::postBytes;
using TestSupport::RawConnection;

/// The real program, from outside.
class TestCollector : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    std::unique_ptr<QProcess> m_collector;
    quint16 m_port = 0;
    quint16 m_operatorPort = 0;

    QProcess &launch(const QStringList &arguments)
    {
        m_collector = std::make_unique<QProcess>();
        m_collector->start(QStringLiteral(TELEMETRY_COLLECTOR), arguments);
        return *m_collector;
    }
    /// The port that the next line of the output names after these words; 0 when it says something else.
    quint16 readPort(const QByteArray &words)
    {
        while (!m_collector->canReadLine()) {
            if (!m_collector->waitForReadyRead(20'000))
                return 0;
        }
        const QByteArray line = m_collector->readLine().trimmed();
        return line.startsWith(words) ? line.mid(words.size()).toUShort() : quint16(0);
    }
    bool start(const QString &now = u"2026-11-18T12:00:00Z"_s, const QStringList &more = {})
    {
        launch(QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_path, u"--now"_s, now} + more);
        m_port = readPort("listening on http://127.0.0.1:"_ba);
        return m_port > 0;
    }
    bool startWithOperatorPages()
    {
        if (!start(u"2026-11-18T12:00:00Z"_s, {u"--operator-listen"_s, u"127.0.0.1:0"_s}))
            return false;
        m_operatorPort = readPort("operator pages on http://127.0.0.1:"_ba);
        return m_operatorPort > 0;
    }
    static TestSupport::RawAnswer get(quint16 port, const QByteArray &target, const QByteArray &host)
    {
        RawConnection client(port);
        client.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return client.answer();
    }
    bool finish(int signal)
    {
        ::kill(static_cast<pid_t>(m_collector->processId()), signal);
        return m_collector->waitForFinished(20'000);
    }
    TestSupport::RawAnswer post(const QByteArray &target, const QByteArray &body) const
    {
        RawConnection client(m_port);
        client.send(postBytes(target, body));
        return client.answer();
    }
    /// Rows as topic, reporter and period, by a connection of its own.
    QStringList rows() const
    {
        return query(u"SELECT topic || ' ' || lower(hex(reporter)) || ' ' || period FROM event ORDER BY 1"_s);
    }
    QStringList query(const QString &sql) const
    {
        QStringList rows;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
            database.setDatabaseName(m_path);
            if (!database.open())
                return {u"not open"_s};
            QSqlQuery query(sql, database);
            while (query.next())
                rows.append(query.value(0).toString());
        }
        QSqlDatabase::removeDatabase(u"outside"_s);
        return rows;
    }
    static QString row(const Event &event)
    {
        return event.topic + u' ' + event.reporter.toString() + u' ' + event.period.toString();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"raw.sqlite"_s);
    }
    void cleanup()
    {
        if (m_collector && m_collector->state() != QProcess::NotRunning) {
            m_collector->kill();
            m_collector->waitForFinished();
        }
        m_collector.reset();
    }
    void storesABatchOnce()
    {
        QVERIFY(start());
        const QByteArray batch = TestSupport::batch({eventOf(u"plugin"_s), eventOf(u"plugin"_s, 'b')});
        const auto first = post("/v1/middle/events"_ba, batch);
        QCOMPARE(first.status, 202);
        QCOMPARE(first.body, R"({"refused":[]})"_ba);
        const QStringList expected{row(eventOf(u"plugin"_s)), row(eventOf(u"plugin"_s, 'b'))};
        QCOMPARE(rows(), expected);
        QCOMPARE(post("/v1/middle/events"_ba, batch).status, 202); // the first answer may have been lost
        QCOMPARE(rows(), expected);
    }
    void erases()
    {
        QVERIFY(start());
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 202);
        const QByteArray erase = R"({"period":"2026-W47","reporters":["61616161616161616161616161616161"]})"_ba;
        const auto first = post("/v1/basic/erase"_ba, erase);
        QCOMPARE(rows(), QStringList{});
        const auto second = post("/v1/basic/erase"_ba, erase);
        QCOMPARE(first.status, 202);
        QCOMPARE(second.status, 202);
        QCOMPARE(first.header + first.body, second.header + second.body);
    }
    void whatWasAcknowledgedSurvivesKill()
    {
        QVERIFY(start());
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 202);
        QVERIFY(finish(SIGKILL));
        QVERIFY(start()); // and it opens again
        QCOMPARE(rows(), QStringList{row(eventOf(u"napari"_s))});
    }
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
        QTRY_COMPARE(filesWith(event.reporter.bytes()), QStringList{u"raw.sqlite"_s});
        QVERIFY(finish(SIGKILL));
        QVERIFY(start(u"2027-01-01T00:00:00Z"_s));
        QTRY_COMPARE(filesWith(marker), QStringList{});
        QCOMPARE(filesWith(event.reporter.bytes()), QStringList{});
        QCOMPARE(rows(), QStringList{});
    }
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
    void isTheOnlyOneOfItsFile()
    {
        QVERIFY(start());
        const auto first = std::move(m_collector);
        QProcess &second = launch({u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_path});
        QVERIFY(second.waitForFinished(20'000));
        QCOMPARE(second.exitCode(), 1);
        QCOMPARE(second.readAllStandardError(),
                 "napari-telemetry-collector: " + m_path.toUtf8() + ": another collector has it\n");
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 202);
        first->kill(); // whose lock dies with it
        QVERIFY(first->waitForFinished(20'000));
        QVERIFY(start());
        QCOMPARE(rows(), QStringList{row(eventOf(u"napari"_s))});
    }
    void theLogIsEmptySecondsLater()
    {
        QVERIFY(start());
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 202);
        QVERIFY(QFileInfo(m_path + u"-wal"_s).size() > 0);
        QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(m_path + u"-wal"_s).size(), 0, 2'000 * Limits::rawLogSeconds);
        QCOMPARE(rows(), QStringList{row(eventOf(u"napari"_s))});
    }
    void stopsOnSignals_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void stopsOnSignals()
    {
        QFETCH(int, signal);
        QVERIFY(start());
        RawConnection idle(m_port);
        QVERIFY(idle.connected());
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 202);
        QVERIFY(finish(signal));
        QCOMPARE(m_collector->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_collector->exitCode(), 0);
        QCOMPARE(m_collector->readAllStandardError(), QByteArray()); // no address, no access log, no leak
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"raw.sqlite"_s});
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
    void takesItsSettingsFromAFile()
    {
        QFile settings(m_directory->filePath(u"settings.toml"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("raw = \"" + m_path.toUtf8() + "\"\nlisten = \"127.0.0.1:0\"\n");
        settings.close();
        QProcess &check = launch({u"--settings"_s, settings.fileName(), u"--check"_s});
        QVERIFY(check.waitForFinished(20'000));
        QCOMPARE(check.exitCode(), 0);
        QVERIFY(!QFile::exists(m_path)); // nothing was started
        QProcess &collector = launch({u"--settings"_s, settings.fileName()});
        QVERIFY(collector.waitForReadyRead(20'000));
        QVERIFY(collector.readLine().startsWith("listening on http://127.0.0.1:"));
        QVERIFY(finish(SIGTERM));
        QVERIFY(QFile::exists(m_path));
    }
    void refusesAmbiguousRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray target = "/v1/basic/events"_ba;
        const QByteArray good = TestSupport::batch({eventOf(u"napari"_s)});
        const QByteArray size = QByteArray::number(good.size());
        const auto twice = [&](const QByteArray &before, const QByteArray &more) {
            QByteArray changed = good;
            return postBytes(target, changed.replace(before, more + before));
        };
        QTest::newRow("the same length twice") << postBytes(target, good, "Content-Length: " + size + "\r\n");
        for (const QByteArray &encoding : {"xchunked"_ba, "gzip, chunked"_ba}) {
            QTest::newRow(encoding.constData())
                << "POST " + target
                       + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                         "Transfer-Encoding: "
                       + encoding + "\r\n\r\n" + QByteArray::number(good.size(), 16) + "\r\n" + good + "\r\n0\r\n\r\n";
        }
        QTest::newRow("chunked with a length") << postBytes(target, good, "Transfer-Encoding: chunked\r\n"_ba);
        QTest::newRow("a folded line") << postBytes(target, good, "X-More: a\r\n b\r\n"_ba);
        QTest::newRow("a byte order mark") << postBytes(target, "\xef\xbb\xbf"_ba + good);
        QTest::newRow("a key of the batch twice") << twice("\"events\":"_ba, R"("events":[],)"_ba);
        QTest::newRow("a key of an event twice") << twice("\"topic\":"_ba, R"("topic":"user",)"_ba);
        QTest::newRow("a key of a value twice") << twice("\"napari_version\":"_ba, R"("napari_version":"dev",)"_ba);
        QTest::newRow("a key in two spellings")
            << twice("\"napari_version\":"_ba, R"("\u006eapari_version":"dev",)"_ba);
        QTest::newRow("a key of an erase request twice") << postBytes(
            "/v1/basic/erase"_ba,
            R"({"period":"2026-W46","period":"2026-W47","reporters":["61616161616161616161616161616161"]})"_ba);
    }
    /// What two readers could take for two things is read as none.
    void refusesAmbiguousRequests()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(start());
        RawConnection client(m_port);
        client.send(bytes);
        QCOMPARE(client.answer().status, 400);
        QCOMPARE(rows(), QStringList{});
    }
    void thePublicListenerHasNoOperatorPages_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host : {"localhost", "127.0.0.1", "[::1]", "basic.telemetry.napari.org", ""})
            QTest::newRow(host) << QByteArray(host);
    }
    /// A proxy that doesn't hand on the name must not open them.
    void thePublicListenerHasNoOperatorPages()
    {
        QFETCH(QByteArray, host);
        QVERIFY(start());
        QCOMPARE(get(m_port, "/metrics"_ba, host).status, 404);
        QCOMPARE(get(m_port, "/healthz"_ba, host).status, 404);
        QVERIFY(finish(SIGTERM));
        QVERIFY(startWithOperatorPages());
        QCOMPARE(get(m_port, "/metrics"_ba, host).status, 404);
        QCOMPARE(get(m_port, "/healthz"_ba, host + QByteArray::number(m_operatorPort)).status, 404);
    }
    void theOperatorsListenerHasNothingElse()
    {
        QVERIFY(startWithOperatorPages());
        QVERIFY(m_operatorPort != m_port);
        QCOMPARE(get(m_operatorPort, "/healthz"_ba, "localhost"_ba).body, "ok\n"_ba);
        QCOMPARE(get(m_operatorPort, "/metrics"_ba, "localhost"_ba).status, 200);
        QCOMPARE(get(m_operatorPort, "/v1/dictionary"_ba, "localhost"_ba).status, 404);
        m_port = m_operatorPort;
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 404);
        QCOMPARE(rows(), QStringList{});
        QVERIFY(finish(SIGTERM));
        QCOMPARE(m_collector->exitCode(), 0);
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
        const QString faketime = QStandardPaths::findExecutable(u"faketime"_s);
        if (faketime.isEmpty())
            QSKIP("faketime is not installed");
        m_collector = std::make_unique<QProcess>();
        m_collector->start(faketime,
                           {u"1990-01-01 00:00:00"_s, QStringLiteral(TELEMETRY_COLLECTOR), u"--listen"_s,
                            u"127.0.0.1:0"_s, u"--operator-listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_path});
        m_port = readPort("listening on http://127.0.0.1:"_ba);
        m_operatorPort = readPort("operator pages on http://127.0.0.1:"_ba);
        QCOMPARE(post("/v1/basic/events"_ba, TestSupport::batch({eventOf(u"napari"_s)})).status, 503);
        QVERIFY(get(m_operatorPort, "/metrics"_ba, "localhost"_ba).body.contains("\ntelemetry_clock_implausible 1\n"));
        QVERIFY(finish(SIGTERM));
        QVERIFY(m_collector->readAllStandardError().contains("but this program was built on 20"));
        QCOMPARE(rows(), QStringList{});
    }
    void explainsWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QStringList database{u"--database"_s, u"%1/raw.sqlite"_s};
        QTest::newRow("unknown option") << QStringList{u"--verbose"_s} << 2;
        QTest::newRow("no database") << QStringList{} << 2;
        QTest::newRow("a word too many") << database + QStringList{u"start"_s} << 2;
        QTest::newRow("listen without port") << database + QStringList{u"--listen"_s, u"127.0.0.1"_s} << 2;
        QTest::newRow("listen to a name") << database + QStringList{u"--listen"_s, u"localhost:0"_s} << 2;
        QTest::newRow("port too large") << database + QStringList{u"--listen"_s, u"127.0.0.1:65536"_s} << 2;
        QTest::newRow("IPv6 without brackets") << database + QStringList{u"--listen"_s, u"::1:8417"_s} << 2;
        QTest::newRow("operator pages for other computers")
            << database + QStringList{u"--operator-listen"_s, u"0.0.0.0:0"_s} << 2;
        QTest::newRow("operator pages on no address")
            << database + QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--operator-listen"_s, u"127.x:0"_s} << 2;
        QTest::newRow("no such moment") << database + QStringList{u"--now"_s, u"yesterday"_s} << 2;
        QTest::newRow("moment without zone") << database + QStringList{u"--now"_s, u"2026-11-18T12:00:00"_s} << 2;
        QTest::newRow("no such folder") << QStringList{u"--database"_s, u"%1/missing/raw.sqlite"_s} << 1;
        QTest::newRow("no such settings") << QStringList{u"--settings"_s, u"%1/none.toml"_s} << 2;
        QTest::newRow("in memory") << QStringList{u"--database"_s, u":memory:"_s} << 1;
        QTest::newRow("a foreign file") << QStringList{u"--database"_s, u"%1/foreign"_s} << 1;
        QTest::newRow("a damaged file") << QStringList{u"--database"_s, u"%1/damaged"_s} << 1;
        QTest::newRow("a folder") << QStringList{u"--database"_s, u"%1"_s} << 1;
    }
    void explainsWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        arguments.replaceInStrings(u"%1"_s, m_directory->path());
        (void)query(u"CREATE TABLE mine (text)"_s);
        QVERIFY(QFile::rename(m_path, m_directory->filePath(u"foreign"_s)));
        QVERIFY(start() && finish(SIGTERM));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096) && file.write(QByteArray(4096, 'U')) == 4096);
        file.close();
        QVERIFY(file.rename(m_directory->filePath(u"damaged"_s)));
        QProcess &collector = launch(arguments);
        QVERIFY(collector.waitForFinished(20'000));
        QCOMPARE(collector.exitCode(), code);
        const QByteArray complaint = collector.readAllStandardError();
        QVERIFY(complaint.startsWith("napari-telemetry-collector: "));
        QCOMPARE(complaint.count('\n'), 1);
    }
    void refusesANewerDatabase()
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(m_path);
            QVERIFY(database.open());
            QSqlQuery(database).exec(u"PRAGMA application_id = %1"_s.arg(0x6e726177));
            QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s);
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        QProcess &collector = launch({u"--database"_s, m_path, u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(collector.waitForFinished(20'000));
        QCOMPARE(collector.exitCode(), 1);
        QVERIFY(collector.readAllStandardError().contains("newer version"));
    }
    void helpsAndNamesItsVersion()
    {
        QVERIFY(launch({u"--help"_s}).waitForFinished(20'000));
        QCOMPARE(m_collector->exitCode(), 0);
        const QByteArray help = m_collector->readAllStandardOutput();
        for (const QByteArray &word :
             {"--listen"_ba, "--operator-listen"_ba, "--database"_ba, "--now"_ba, "127.0.0.1:8417"_ba})
            QVERIFY(help.contains(word));
        QVERIFY(launch({u"--version"_s}).waitForFinished(20'000));
        QCOMPARE(m_collector->readAllStandardOutput(),
                 QByteArray("napari-telemetry-collector " TELEMETRY_VERSION "\n"));
    }
};

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
