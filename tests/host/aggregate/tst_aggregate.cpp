#include "support/rawfile.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>
#include <sys/file.h>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::addRaw;
using TestSupport::query;
using TestSupport::tree;

/// The real program, from outside.
class TestAggregate : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_now;
    QByteArray m_output;
    QByteArray m_complaint;

    QString path(const QString &name) const { return m_directory->filePath(name); }
    QStringList arguments(const QStringList &more = {}) const
    {
        return QStringList{u"run"_s,
                           u"--raw"_s,
                           path(u"raw.sqlite"_s),
                           u"--aggregates"_s,
                           path(u"aggregates.sqlite"_s),
                           u"--public"_s,
                           path(u"public"_s),
                           u"--now"_s,
                           m_now}
               + more;
    }
    int run(const QStringList &more = {}) { return command(u"run"_s, more); }
    /// Draws and, after a look, publishes.
    int publish()
    {
        const int drawn = run();
        if (drawn != 0)
            return drawn;
        const QByteArray output = m_output;
        if (const int looked = command(u"review"_s, {u"--json"_s}); looked != 0)
            return looked;
        const QString digest = QJsonDocument::fromJson(m_output).object()["digest"_L1].toString();
        const int published = command(u"publish"_s, digest.isEmpty() ? QStringList() : QStringList{digest});
        m_output = output + m_output;
        return published;
    }
    int command(const QString &name, const QStringList &more)
    {
        QStringList all = arguments(more);
        all[0] = name;
        QProcess process;
        process.start(QStringLiteral(TELEMETRY_AGGREGATE), all);
        if (!process.waitForFinished(60'000))
            return -1;
        m_output = process.readAllStandardOutput();
        m_complaint = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    QStringList weeks() const
    {
        return query(path(u"aggregates.sqlite"_s), u"SELECT period FROM releases WHERE length(period) = 8"_s);
    }
    /// Whether index.json is there and everything that it names, all of the same weeks.
    static bool isWhole(const QString &folder)
    {
        const auto files = tree(folder);
        const QJsonObject index = QJsonDocument::fromJson(files[u"index.json"_s]).object();
        if (index["tables"_L1].toArray().size() != 18 || !files.contains(u"aggregates.sqlite"_s))
            return false;
        for (const QJsonValue &table : index["tables"_L1].toArray()) {
            const QJsonObject json = QJsonDocument::fromJson(files[table["json"_L1].toString()]).object();
            if (json["periods"_L1] != index[table["period"_L1] == "week"_L1 ? "weeks"_L1 : "months"_L1]
                || !files.contains(table["csv"_L1].toString()))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_now = u"2026-10-26T00:00:00Z"_s; // 2026-W40 closes in this moment
        addRaw(path(u"raw.sqlite"_s), u"user"_s, u"2026-W40"_s, 1000);
        addRaw(path(u"raw.sqlite"_s), u"napari"_s, u"2026-W40"_s, 3);
        addRaw(path(u"raw.sqlite"_s), u"user"_s, u"2026-W41"_s, 500);
    }
    void releasesClosedPeriodsOnly_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("released");
        QTest::newRow("a second before") << u"2026-10-25T23:59:59Z"_s << QStringList{};
        QTest::newRow("the moment") << u"2026-10-26T00:00:00Z"_s << QStringList{u"2026-W40"_s};
        QTest::newRow("another zone") << u"2026-10-26T01:00:00+01:00"_s << QStringList{u"2026-W40"_s};
        QTest::newRow("both") << u"2026-11-02T00:00:00Z"_s << QStringList{u"2026-W40"_s, u"2026-W41"_s};
    }
    void releasesClosedPeriodsOnly()
    {
        QFETCH(QString, now);
        m_now = now;
        QCOMPARE(publish(), 0);
        QTEST(weeks(), "released");
        QVERIFY(isWhole(path(u"public"_s)));
    }
    void publishesCountsWithNoise()
    {
        QCOMPARE(publish(), 0);
        const auto cells = query(path(u"aggregates.sqlite"_s), u"SELECT table_name, key, reporters FROM cells"_s);
        QCOMPARE(cells.size(), 1); // three reporters of a version are below any threshold
        for (const QString &cell : cells)
            QVERIFY(std::abs(cell.section(u'|', 2).toInt() - 1000) <= 30);
        QVERIFY(m_output.contains("2026-W40: 1 cells to publish, 1 suppressed"));
        QVERIFY(m_output.contains("napari-versions: 0 to publish, 1 suppressed"));
        const auto files = tree(path(u"public"_s));
        QVERIFY(files[u"tables/users.csv"_s].startsWith("period,people\r\n2026-W40,"));
        const QString rows = u"SELECT * FROM cells"_s;
        QCOMPARE(query(path(u"public/aggregates.sqlite"_s), rows), query(path(u"aggregates.sqlite"_s), rows));
        QCOMPARE(query(path(u"public/aggregates.sqlite"_s), u"SELECT name FROM sqlite_master WHERE type = 'table'"_s),
                 (QStringList{u"releases"_s, u"drawings"_s, u"cells"_s, u"sums"_s}));
    }
    void anotherRunChangesNoByte()
    {
        QCOMPARE(publish(), 0);
        const auto before = tree(path(u"public"_s));
        QCOMPARE(publish(), 0);
        QVERIFY(m_output.contains("up to date"));
        QCOMPARE(tree(path(u"public"_s)), before);
        QVERIFY(QDir(path(u"public"_s)).removeRecursively()); // and all comes from the aggregates file
        QCOMPARE(publish(), 0);
        QCOMPARE(tree(path(u"public"_s)), before);
    }
    void whatIsReleasedNeverChanges()
    {
        QCOMPARE(publish(), 0);
        const QString cells = u"SELECT * FROM cells WHERE period = '2026-W40'"_s;
        const auto before = query(path(u"aggregates.sqlite"_s), cells);
        addRaw(path(u"raw.sqlite"_s), u"user"_s, u"2026-W40"_s, 700);
        query(path(u"raw.sqlite"_s),
              u"DELETE FROM events WHERE fact IN (SELECT fact FROM facts WHERE topic = 'napari')"_s);
        m_now = u"2026-11-02T00:00:00Z"_s;
        QCOMPARE(publish(), 0);
        QCOMPARE(query(path(u"aggregates.sqlite"_s), cells), before);
        QCOMPARE(weeks(), (QStringList{u"2026-W40"_s, u"2026-W41"_s}));
    }
    /// What was released is never drawn again, also when its file and the public folder are lost.
    void aLostAggregatesFileIsNotDrawnAnew()
    {
        QCOMPARE(publish(), 0);
        QVERIFY(QFile::remove(path(u"aggregates.sqlite"_s)));
        QVERIFY(QDir(path(u"public"_s)).removeRecursively());
        QCOMPARE(run(), 6);
        QVERIFY(m_complaint.contains("the history has released 2026-W40"));
        QVERIFY(!QFile::exists(path(u"public/index.json"_s)));
    }
    /// The key of the noise was never written: another one is drawn.
    void aNewHostDrawsOtherNoise()
    {
        addRaw(path(u"raw.sqlite"_s), u"napari"_s, u"2026-W40"_s, 1000);
        const auto cells = [&] { return query(path(u"aggregates.sqlite"_s), u"SELECT key, reporters FROM cells"_s); };
        QCOMPARE(publish(), 0);
        const QStringList first = cells();
        QStringList drawn;
        for (int i = 0; i < 10; ++i) { // rounded numbers can be the same by chance, all of them ten times can't
            QVERIFY(QFile::remove(path(u"aggregates.sqlite"_s)));
            QVERIFY(QFile::remove(path(u"history.jsonl"_s)));
            QVERIFY(QDir(path(u"public"_s)).removeRecursively());
            QCOMPARE(publish(), 0);
            drawn += cells();
        }
        QVERIFY(drawn != first + first + first + first + first + first + first + first + first + first);
    }
    void rawEventsOfAMonthGoWhenItIsPublished()
    {
        for (const QString &week : {u"2026-W42"_s, u"2026-W43"_s, u"2026-W44"_s})
            addRaw(path(u"raw.sqlite"_s), u"user"_s, week, 50);
        m_now = Period::fromString(u"2026-10"_s)->closesAt().toString(Qt::ISODate);
        QCOMPARE(run(), 0);
        QCOMPARE(query(path(u"raw.sqlite"_s), u"SELECT count(*) FROM events"_s), QStringList{u"1653"_s});
        QCOMPARE(publish(), 0);
        QCOMPARE(query(path(u"raw.sqlite"_s), u"SELECT count(*) FROM events"_s), QStringList{u"0"_s});
        for (const QByteArray &file : tree(m_directory->path()))
            QVERIFY(!file.contains("000000000000001")); // reporters are numbers here
    }
    void aClockThatCanNotBeRightPublishesNothing()
    {
        QCOMPARE(run(), 0);
        QCOMPARE(command(u"review"_s, {u"--json"_s}), 0);
        const QString digest = QJsonDocument::fromJson(m_output).object()["digest"_L1].toString();
        m_now = u"2027-10-26T00:00:00Z"_s;
        QCOMPARE(command(u"publish"_s, {digest}), 4);
        QCOMPARE(run(), 4);
        QVERIFY(m_complaint.contains("the newest raw events are of 2026-W41"));
        m_now = u"2016-10-26T00:00:00Z"_s;
        QCOMPARE(command(u"publish"_s, {digest}), 4);
        const QStringList reason{u"--reason"_s, u"why"_s};
        QCOMPARE(command(u"draw-again"_s, reason), 4);
        QCOMPARE(command(u"remove"_s, reason + QStringList{u"plugin"_s, u"napari-svg"_s}), 4);
        QCOMPARE(command(u"access"_s, reason + QStringList{u"--role"_s, u"operator"_s}), 4);
        QCOMPARE(query(path(u"raw.sqlite"_s), u"SELECT count(*) FROM events"_s), QStringList{u"1503"_s});
        QVERIFY(!tree(path(u"public"_s))[u"index.json"_s].contains("2026-W40"));
    }
    void nothingKeepsTheKey()
    {
        QCOMPARE(publish(), 0);
        QCOMPARE(
            QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden),
            (QStringList{u"aggregates.sqlite"_s, u"history.jsonl"_s, u"raw.sqlite"_s, u"raw.sqlite.aggregation"_s}));
    }
    void showsTheBudget()
    {
        QProcess process;
        process.start(QStringLiteral(TELEMETRY_AGGREGATE), {u"budget"_s, u"--json"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QJsonObject budget = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(budget["levels"_L1].toArray().size(), 3);
    }
    void neverUnpublishes()
    {
        QCOMPARE(publish(), 0);
        const auto before = tree(path(u"public"_s));
        QVERIFY(QFile::remove(path(u"aggregates.sqlite"_s)));
        query(path(u"raw.sqlite"_s), u"DELETE FROM events"_s);
        QCOMPARE(run(), 6);
        QVERIFY(m_complaint.contains("2026-W40"));
        QVERIFY(m_complaint.contains("Bring the file back from your backup"));
        QCOMPARE(tree(path(u"public"_s)), before);
    }
    void countsNothingUndefined()
    {
        addRaw(path(u"raw.sqlite"_s), u"napari"_s, u"2026-W40"_s, 4, {{u"napari_version"_s, u"/home/somebody"_s}});
        QCOMPARE(publish(), 0);
        QVERIFY(m_output.contains("4 event(s) are not what this data dictionary defines"));
        for (const QByteArray &file : tree(path(u"public"_s)))
            QVERIFY(!file.contains("somebody"));
        QVERIFY(!m_output.contains("somebody"));
    }
    void oneRunAtATime()
    {
        QFile lock(path(u"aggregates.sqlite.lock"_s));
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
        QCOMPARE(run(), 7);
        QVERIFY(m_complaint.contains("another run is going on"));
        lock.close();
        QCOMPARE(publish(), 0);
    }
    void explainsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("breaks");
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("no raw file") << u"rm raw.sqlite"_s << "opening the raw events: "_ba;
        QTest::newRow("a newer raw file") << u"newer raw.sqlite"_s << "opening the raw events: "_ba;
        QTest::newRow("a newer aggregates file") << u"newer aggregates.sqlite"_s << "opening the aggregates file: "_ba;
        QTest::newRow("another's folder") << u"file public/mine"_s << "publishing: "_ba;
        QTest::newRow("another's index") << u"file public/index.json"_s << "reading the public folder: "_ba;
    }
    void explainsWhatIsWrong()
    {
        QFETCH(QString, breaks);
        QFETCH(QByteArray, step);
        const QString name = path(breaks.section(u' ', 1));
        if (breaks.startsWith(u"rm"_s)) {
            QVERIFY(QFile::remove(name));
        } else if (breaks.startsWith(u"newer"_s)) {
            query(name, u"PRAGMA application_id = %1"_s.arg(0x6e726177)); // the collector's
            query(name, u"PRAGMA user_version = 99"_s);
        } else {
            QVERIFY(QDir().mkpath(QFileInfo(name).path()));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(32, 'k'));
            QVERIFY(file.setPermissions(file.permissions() | QFileDevice::ReadOther));
        }
        QCOMPARE(run(), 6);
        QVERIFY2(m_complaint.startsWith("napari-telemetry-aggregate: " + step), m_complaint.constData());
        QCOMPARE(m_complaint.count('\n'), 1);
        QVERIFY(m_complaint.contains("run again"));
    }
    void refusesBadOptions()
    {
        QCOMPARE(run({u"--now"_s, u"today"_s}), 2);
        QVERIFY(m_complaint.startsWith("napari-telemetry-aggregate: --now"));
        // Nothing is published with less noise than the dictionary states.
        for (const QString &option : {u"--epsilon"_s, u"--sigma"_s, u"--threshold"_s, u"--rounding"_s, u"--key"_s})
            QCOMPARE(run({option, u"1"_s}), 2);
        QVERIFY(!QFile::exists(path(u"aggregates.sqlite"_s)));
    }
    /// Killed at moments that nobody chose, again and again, while weeks are added.
    void isWholeWhenKilled()
    {
        m_now = u"2026-10-19T00:00:00Z"_s;
        QCOMPARE(publish(), 0);
        QElapsedTimer time;
        time.start();
        QCOMPARE(publish(), 0);
        const auto whole = quint32(qMax<qint64>(time.nsecsElapsed() / 1000, 2000)); // microseconds of one run
        QRandomGenerator random(7);
        QStringList before;
        for (int week = 0; week < 25; ++week) {
            const Week added = Week::fromString(u"2026-W40"_s)->plusWeeks(week + 2);
            addRaw(path(u"raw.sqlite"_s), u"user"_s, added.toString(), 100);
            m_now = added.closesAt().toString(Qt::ISODate);
            // Drawing and publishing take their turns.
            QStringList words = arguments();
            if (week % 2 == 1) {
                QCOMPARE(run(), 0);
                QCOMPARE(command(u"review"_s, {u"--json"_s}), 0);
                words[0] = u"publish"_s;
                words.append(QJsonDocument::fromJson(m_output).object()["digest"_L1].toString());
            }
            QProcess process;
            process.start(QStringLiteral(TELEMETRY_AGGREGATE), words);
            QVERIFY(process.waitForStarted());
            ::usleep(random.bounded(whole * 3 / 2));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            QVERIFY(isWhole(path(u"public"_s)));
            const QStringList now = weeks();
            QCOMPARE(now.mid(0, before.size()), before);
            before = now;
        }
        QCOMPARE(publish(), 0);
        QVERIFY(isWhole(path(u"public"_s)));
        QCOMPARE(weeks().size(), 27);
        QVERIFY(QDir(m_directory->path()).entryList({u"public.new-*"_s}).isEmpty());
        // No release was half made or drawn twice: of each week there is the table of users.
        QCOMPARE(query(path(u"aggregates.sqlite"_s),
                       u"SELECT period FROM cells WHERE length(period) = 8 GROUP BY period HAVING count(*) = 1"_s)
                     .size(),
                 27);
    }
};

QTEST_GUILESS_MAIN(TestAggregate)
#include "tst_aggregate.moc"
