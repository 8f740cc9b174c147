#include "support/collectorprogram.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::RawConnection;

/// The real program, from outside: that it takes, keeps and erases, starts and ends.
class TestCollector : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT
private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
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
