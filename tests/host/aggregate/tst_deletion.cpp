#include "support/collectorprogram.h"
#include "support/rawfile.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;
using TestSupport::tree;

/// An event that can be found by its bytes goes through the real programs: after its 60 days, after its month is
/// published and after it is erased they are in no file of the host, its temporary folder included.
class TestDeletion : public QObject, protected TestSupport::CollectorProgram
{
    Q_OBJECT

    const QByteArray m_fact = "napari.layer.duplicate"_ba;
    /// The documents that name it for everybody, before and after any event.
    const QStringList m_documents{u"public/dictionary.json"_s, u"public/public-list.json"_s,
                                  u"public/audit-kit/dictionary.json"_s, u"public/audit-kit/raw.sqlite"_s};
    Event m_event = eventOf(u"command"_s, 'q');
    QByteArray m_output;
    QByteArray m_complaint;

    /// -1: it was killed.
    int aggregate(const QStringList &words, const QString &now, const QMap<QString, QString> &environment = {})
    {
        QProcess process;
        auto all = QProcessEnvironment::systemEnvironment();
        all.insert(u"TMPDIR"_s, m_directory->filePath(u"tmp"_s));
        for (auto it = environment.begin(); it != environment.end(); ++it)
            all.insert(it.key(), it.value());
        process.setProcessEnvironment(all);
        process.start(QStringLiteral(TELEMETRY_AGGREGATE),
                      words
                          + QStringList{u"--raw"_s, m_path, u"--aggregates"_s,
                                        m_directory->filePath(u"aggregates.sqlite"_s), u"--public"_s,
                                        m_directory->filePath(u"public"_s), u"--now"_s, now});
        const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
        m_output = process.readAllStandardOutput();
        m_complaint = process.readAllStandardError();
        return ended ? process.exitCode() : -1;
    }
    /// The files that have the event's pseudonym or, where nothing may say it, its fact.
    QStringList filesWith(const QByteArray &bytes) const
    {
        QStringList found;
        const auto files = tree(m_directory->path());
        for (auto it = files.begin(); it != files.end(); ++it) {
            if (it.value().contains(bytes) && !m_documents.contains(it.key()))
                found.append(it.key());
        }
        return found;
    }
    /// The event is stored, and the collector gone: what it leaves in its log is there as well.
    void storeAndKill()
    {
        QVERIFY(start());
        QCOMPARE(post("/v1/full/events"_ba, TestSupport::batch({m_event})).status, 202);
        QVERIFY(finish(SIGKILL));
        QVERIFY(!filesWith(m_event.reporter.bytes()).isEmpty()); // it can be found where it is
        QVERIFY(!filesWith(m_fact).isEmpty());
    }
    void isNowhere()
    {
        QCOMPARE(filesWith(m_event.reporter.bytes()), QStringList{});
        QCOMPARE(filesWith(m_fact), QStringList{});
    }
    const QStringList m_run{u"run"_s, u"--clock-is-right"_s}; // nobody sent anything since
    const QString m_after = u"2027-01-01T00:00:00Z"_s;        // 60 days after the Monday that its month begins with

private Q_SLOTS:
    void init()
    {
        prepare();
        QVERIFY(QDir(m_directory->path()).mkdir(u"tmp"_s));
        m_event = eventOf(u"command"_s, 'q');
        m_event.value[u"command"_s] = QString::fromUtf8(m_fact);
    }
    void cleanup() { end(); }
    void afterSixtyDaysARunAloneDeletes()
    {
        storeAndKill();
        QCOMPARE(aggregate(m_run, u"2026-12-31T23:59:59Z"_s), 0);
        QCOMPARE(filesWith(m_event.reporter.bytes()), QStringList{u"raw.sqlite"_s});
        QCOMPARE(aggregate(m_run, m_after), 0);
        isNowhere();
    }
    void whenItsMonthIsPublishedItGoes()
    {
        storeAndKill();
        const QString closed = u"2026-12-21T00:00:00Z"_s;
        QCOMPARE(aggregate(m_run, closed), 0);
        QCOMPARE(aggregate({u"review"_s, u"--json"_s}, closed), 0);
        const QString digest = QJsonDocument::fromJson(m_output).object()["digest"_L1].toString();
        QVERIFY(!filesWith(m_event.reporter.bytes()).isEmpty());
        QCOMPARE(aggregate({u"publish"_s, digest, u"--clock-is-right"_s}, closed), 0);
        isNowhere(); // one person is below any threshold, so it isn't public either
    }
    void whatWasErasedIsGoneAndCountsNowhere()
    {
        storeAndKill();
        QVERIFY(start());
        const QByteArray erase = "{\"period\":\"" + m_event.period.toString().toUtf8() + "\",\"reporters\":[\""
                                 + m_event.reporter.toString().toUtf8() + "\"]}";
        QCOMPARE(post("/v1/full/erase"_ba, erase).status, 202);
        QVERIFY(finish(SIGTERM)); // which empties the log
        isNowhere();
        QCOMPARE(aggregate(m_run, u"2026-12-21T00:00:00Z"_s), 0);
        QVERIFY(m_output.startsWith("read 0 events"));
        isNowhere();
    }
    /// Killed at calls of every kind, more of them with TELEMETRY_FULL: the next run ends it.
    void aRunThatWasKilledIsEndedByTheNext_data()
    {
        QTest::addColumn<QString>("call");
        for (const char *call : {"write", "fsync", "open", "unlink", "truncate"})
            QTest::newRow(call) << QString::fromLatin1(call);
    }
    void aRunThatWasKilledIsEndedByTheNext()
    {
        QFETCH(QString, call);
        int killed = 0;
        for (int number = 1; number < 400; number += qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 1 : 1 + number / 2) {
            end();
            init();
            storeAndKill();
            const int code = aggregate(m_run, m_after,
                                       {{u"LD_PRELOAD"_s, QStringLiteral(TELEMETRY_FAULTS)},
                                        {u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s},
                                        {u"TELEMETRY_FAULT_PATH"_s, m_path},
                                        {u"TELEMETRY_FAULT_CALL"_s, call},
                                        {u"TELEMETRY_FAULT_FROM"_s, QString::number(number)},
                                        {u"TELEMETRY_FAULT_TO"_s, QString::number(number)},
                                        {u"TELEMETRY_FAULT_KILL"_s, u"1"_s}});
            if (code != -1)
                break; // so many calls there are not
            ++killed;
            QCOMPARE(aggregate(m_run, m_after), 0);
            isNowhere();
            if (QTest::currentTestFailed())
                return qWarning("%s, call %d", qPrintable(call), number);
        }
        QVERIFY(killed > 0);
    }
    /// Documents say so: nobody can take back what was copied.
    void aCopyThatWasMadeEarlierStays()
    {
        storeAndKill();
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::copy(m_path, elsewhere.filePath(u"copy"_s))
                && QFile::copy(m_path + u"-wal"_s, elsewhere.filePath(u"copy-wal"_s)));
        QCOMPARE(aggregate(m_run, m_after), 0);
        isNowhere();
        QCOMPARE(TestSupport::query(elsewhere.filePath(u"copy"_s), u"SELECT count(*) FROM event"_s),
                 QStringList{u"1"_s});
    }
};

QTEST_GUILESS_MAIN(TestDeletion)
#include "tst_deletion.moc"
