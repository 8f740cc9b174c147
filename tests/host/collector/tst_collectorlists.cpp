#include "contract/limits.h"
#include "support/collectorprogram.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

/// The real program, from outside: that it takes only what is public, by the list that is in use.
class TestCollectorLists : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT
private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { end(); }
    /// What somebody could write into events, seen from outside.
    void takesOnlyPublicText_data()
    {
        QTest::addColumn<QByteArray>("level");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char *level, const char *topic, const char *field, const char *text, bool taken) {
            QTest::newRow(text) << QByteArray(level) << QString::fromLatin1(topic) << QString::fromLatin1(field)
                                << QString::fromLatin1(text) << taken;
        };
        row("full", "command", "command", "napari-svg.svg_writer", true);
        row("full", "command", "command", "napari-svg.Prof-X-has-cancer", false);
        row("basic", "napari", "napari_version", "0.9.2", true);
        row("basic", "napari", "napari_version", "0.9.3", true);
        row("basic", "napari", "napari_version", "0.10.0", true);
        row("basic", "napari", "napari_version", "99999.99999", false);
        row("basic", "napari", "napari_version", "99.9.9", false);
        row("basic", "system", "os_version", "ubuntu 26.04", true);
        row("basic", "system", "os_version", "ubuntu 27.04", true);
        row("basic", "system", "os_version", "ubuntu 9999.999.999", false);
        row("basic", "system", "os_version", "ubuntu 77.77", false);
    }
    void takesOnlyPublicText()
    {
        QFETCH(QByteArray, level);
        QFETCH(QString, topic);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(bool, taken);
        QVERIFY(start());
        Event event = eventOf(topic);
        event.value[field] = text;
        QCOMPARE(post("/v1/" + level + "/events", TestSupport::batch({event})).status, 202);
        QCOMPARE(rows().size(), taken ? 1 : 0);
    }
    void takesALoadedListWithoutARestart()
    {
        const QString list = m_directory->filePath(u"list.json"_s);
        QFile made(m_directory->filePath(u"new.json"_s));
        QByteArray bytes = TestSupport::resource(u":/telemetry/public-list.json"_s);
        bytes.replace("\"napari-svg.svg_writer\"", "\"napari-svg.svg_writer\", \"napari-svg.new\"");
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size());
        made.close();
        const auto loadList = [&](const QStringList &words) {
            QProcess program;
            program.start(QStringLiteral(TELEMETRY_COLLECTOR),
                          QStringList{u"load-list"_s, u"--public-list"_s, list} + words);
            return program.waitForFinished(20'000) ? program.exitCode() : -1;
        };
        const auto served = [&] { return get(m_port, "/v1/public-plugins"_ba, "127.0.0.1"_ba).body; };
        const auto refused = [&] {
            return get(m_operatorPort, "/metrics"_ba, "127.0.0.1"_ba)
                .body.contains("\ntelemetry_public_list_refused 1\n");
        };
        QVERIFY(start(u"2026-11-18T12:00:00Z"_s, {u"--operator-listen"_s, u"127.0.0.1:0"_s, u"--public-list"_s, list}));
        m_operatorPort = readPort("operator pages on http://127.0.0.1:"_ba);
        Event event = eventOf(u"command"_s);
        event.value[u"command"_s] = u"napari-svg.new"_s;
        const QByteArray batch = TestSupport::batch({event});
        QCOMPARE(post("/v1/full/events"_ba, batch).status, 202);
        QCOMPARE(rows(), QStringList{});

        QCOMPARE(loadList({made.fileName()}), 0);
        QTRY_COMPARE_WITH_TIMEOUT(served(), bytes, 4'000 * Limits::publicListCheckSeconds);
        QCOMPARE(post("/v1/full/events"_ba, batch).status, 202);
        QCOMPARE(rows(), QStringList{row(event)});

        QFile damaged(list);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
        damaged.close();
        QTRY_VERIFY_WITH_TIMEOUT(refused(), 4'000 * Limits::publicListCheckSeconds);
        QCOMPARE(served(), bytes);
        QCOMPARE(loadList({list}), 1);
        QCOMPARE(loadList({u"--before"_s}), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!refused(), 4'000 * Limits::publicListCheckSeconds);
        QCOMPARE(served(), TestSupport::resource(u":/telemetry/public-list.json"_s));
        QVERIFY(finish(SIGTERM));
        QCOMPARE(m_collector->exitCode(), 0);
        QVERIFY(m_collector->readAllStandardError().contains("can't be used"));
    }
};

QTEST_GUILESS_MAIN(TestCollectorLists)
#include "tst_collectorlists.moc"
