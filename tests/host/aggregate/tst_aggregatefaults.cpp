#include "support/rawfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::addRaw;
using TestSupport::query;
using TestSupport::tree;

/// The real program on a disk that refuses each of its calls from some moment on, or killed at each of them: what is
/// public is whole and of one moment, also its pages, and the commands that come after it end where they would have
/// without it. `TELEMETRY_FULL` tries every call in both ways, else a few of each kind.
class TestAggregateFaults : public QObject
{
    Q_OBJECT

    struct Ended
    {
        int code = -1; ///< -1: killed
        QByteArray output;
        QByteArray complaint;
    };
    using Faults = QList<std::pair<QString, QString>>;

    QTemporaryDir m_states; ///< the folders that the commands begin with, by name

    static bool isFull() { return qEnvironmentVariableIsSet("TELEMETRY_FULL"); }

    static Ended run(const QString &folder, const QStringList &words, const Faults &faults = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!faults.isEmpty()) {
            environment.insert(u"LD_PRELOAD"_s, QStringLiteral(TELEMETRY_FAULTS));
            environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s); // it would want to be the first
            environment.insert(u"TELEMETRY_FAULT_PATH"_s, folder);
        }
        for (const auto &[name, value] : faults)
            environment.insert(u"TELEMETRY_FAULT_"_s + name, value);
        process.setProcessEnvironment(environment);
        QStringList files{
            u"--raw"_s,    folder + u"/raw.sqlite"_s, u"--aggregates"_s,   folder + u"/aggregates.sqlite"_s,
            u"--public"_s, folder + u"/public"_s,     u"--signing-keys"_s, folder + u"/first.key"_s,
            u"--now"_s,    u"2027-11-01T00:00:00Z"_s};
        if (QFile::exists(folder + u"/site"_s))
            files += {u"--site"_s, folder + u"/site"_s};
        const bool readsFiles = words.first() != u"key"_s && words.first() != u"verify"_s;
        process.start(QStringLiteral(TELEMETRY_AGGREGATE), words + (readsFiles ? files : QStringList()));
        process.closeWriteChannel();
        const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QString digestIn(const QString &folder)
    {
        const QByteArray review = run(folder, {u"review"_s, u"--json"_s}).output;
        return QJsonDocument::fromJson(review).object()["digest"_L1].toString();
    }
    static int publish(const QString &folder)
    {
        const QString digest = digestIn(folder);
        return run(folder, digest.isEmpty() ? QStringList{u"publish"_s} : QStringList{u"publish"_s, digest}).code;
    }
    static void copy(const QString &from, const QString &to)
    {
        const auto files = tree(from);
        for (auto it = files.begin(); it != files.end(); ++it) {
            QVERIFY(QDir().mkpath(QFileInfo(to + u'/' + it.key()).path()));
            QFile file(to + u'/' + it.key());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) == it.value().size());
            QVERIFY(file.setPermissions(QFile::permissions(from + u'/' + it.key())));
        }
    }
    /// The words of the command, where it needs the digest of what waits.
    static QStringList wordsFor(const QString &command, const QString &folder)
    {
        if (command == u"publish"_s)
            return {command, digestIn(folder)};
        if (command == u"remove"_s)
            return {command, u"cell"_s, u"napari-versions"_s, u"0.9.2"_s, u"--reason"_s, u"it was wrong"_s};
        if (command == u"draw-again"_s)
            return {command, u"--reason"_s, u"a wrong list"_s};
        if (command == u"access"_s)
            return {command, u"--reason"_s, u"a wrong count"_s, u"--role"_s, u"operator"_s};
        return {command};
    }
    /// How many calls of each kind the command makes about these files.
    int callsOf(const QString &command, const QString &state, const QString &call) const
    {
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        copy(m_states.filePath(state), folder.path());
        const Ended ended = run(folder.path(), wordsFor(command, folder.path()),
                                {{u"CALL"_s, call}, {u"COUNT"_s, elsewhere.filePath(u"count"_s)}});
        QFile count(elsewhere.filePath(u"count"_s));
        return ended.code == 0 && count.open(QIODevice::ReadOnly) ? count.readAll().trimmed().toInt() : -1;
    }
    /// Whether everything that is public is there, of one moment; also when nothing is.
    static bool isWhole(const QString &folder)
    {
        const auto files = tree(folder + u"/public"_s);
        if (!QFileInfo::exists(folder + u"/public"_s))
            return true;
        const QJsonObject index = QJsonDocument::fromJson(files[u"index.json"_s]).object();
        QStringList periods;
        for (const QJsonValue &release : index["releases"_L1].toArray()) {
            periods.append(release["period"_L1].toString());
            if (!files.contains(release["file"_L1].toString()))
                return false;
        }
        for (const QJsonValue &table : index["tables"_L1].toArray()) {
            const QJsonObject json = QJsonDocument::fromJson(files[table["json"_L1].toString()]).object();
            if (json["periods"_L1] != index[table["period"_L1] == "week"_L1 ? "weeks"_L1 : "months"_L1]
                || !files.contains(table["csv"_L1].toString()))
                return false;
        }
        return query(folder + u"/public/aggregates.sqlite"_s, u"SELECT period FROM releases ORDER BY 1"_s).size()
                   == periods.size()
               && index["tables"_L1].toArray().size() == 18;
    }
    /// Whether the pages are there, and what is public beside them is of one moment.
    static bool hasWholeSite(const QString &folder)
    {
        const auto site = tree(folder + u"/site"_s);
        const QTemporaryDir data;
        for (auto it = site.begin(); it != site.end(); ++it) {
            if (!it.key().startsWith(u"data/"_s))
                continue;
            QFile file(data.path() + u"/public"_s + it.key().mid(4));
            if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly)
                || file.write(it.value()) != it.value().size())
                return false;
        }
        return site.contains(u"index.html"_s) && site.contains(u"pages.css"_s) && isWhole(data.path());
    }
    static bool isShown(const QString &folder)
    {
        const auto published = tree(folder + u"/public"_s);
        return std::all_of(published.keyBegin(), published.keyEnd(), [&](const QString &name) {
            return TestSupport::resource(folder + u"/site/data/"_s + name) == published[name];
        });
    }
    static QStringList weeksIn(const QString &file) { return query(file, u"SELECT period FROM releases ORDER BY 1"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString drawn = m_states.filePath(u"drawn"_s);
        const QString fresh = m_states.filePath(u"fresh"_s);
        const QString published = m_states.filePath(u"published"_s);
        QVERIFY(QDir().mkpath(fresh));
        for (const QString &week : {u"2027-W39"_s, u"2027-W40"_s, u"2027-W43"_s}) {
            addRaw(fresh + u"/raw.sqlite"_s, u"user"_s, week, 300);
            addRaw(fresh + u"/raw.sqlite"_s, u"napari"_s, week, 200, {{u"napari_version"_s, u"0.9.2"_s}});
        }
        const QByteArray made =
            run(fresh, {u"key"_s, u"new"_s, fresh + u"/first.key"_s, u"--holder"_s, u"operator"_s}).output;
        static const QRegularExpression line(u"\\npublic +(\\S+)\\n"_s);
        const QString key = line.match(QString::fromUtf8(made)).captured(1);
        QCOMPARE(run(fresh, {u"key"_s, u"add"_s, key, u"--holder"_s, u"operator"_s, u"--key"_s, fresh + u"/first.key"_s,
                             u"--aggregates"_s, fresh + u"/aggregates.sqlite"_s})
                     .code,
                 0);
        copy(fresh, drawn);
        QCOMPARE(run(drawn, {u"run"_s}).code, 0);
        copy(drawn, published);
        QCOMPARE(publish(published), 0);
        for (const QString &state : {drawn, published}) { // the same with pages
            const QString shown = state + u"-site"_s;
            copy(state, shown);
            QVERIFY(QDir().mkdir(shown + u"/site"_s));
            QCOMPARE(run(shown, {u"run"_s}).code, 0);
        }
        QCOMPARE(weeksIn(published + u"/public/aggregates.sqlite"_s), (QStringList{u"2027-W39"_s, u"2027-W40"_s}));
    }
    void itEndsWhereItWouldHave_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("run") << u"fresh"_s;
        QTest::newRow("draw-again") << u"drawn"_s;
        QTest::newRow("publish") << u"drawn"_s;
        QTest::newRow("remove") << u"published"_s;
        QTest::newRow("access") << u"published"_s;
        QTest::newRow("publish with a site") << u"drawn-site"_s;
        QTest::newRow("remove with a site") << u"published-site"_s;
    }
    void itEndsWhereItWouldHave()
    {
        QFETCH(QString, state);
        const QString command = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
        QRandomGenerator random(7);
        int tried = 0;
        for (const QString &call : {u"write"_s, u"fsync"_s, u"rename"_s, u"open"_s, u"unlink"_s, u"truncate"_s}) {
            const int calls = callsOf(command, state, call);
            QVERIFY2(calls >= 0, qPrintable(call));
            // With a site there are three times as many, of the same kinds.
            const int tries = !isFull() ? 2 : state.endsWith("-site"_L1) ? 20 : calls;
            const int step = std::max(1, calls / std::max(1, tries));
            for (int number = 1 + (step > 1 ? random.bounded(step) : 0); number <= calls; number += step) {
                for (const bool kills : {true, false}) {
                    if (!isFull() && kills == (number % 2 == 0))
                        continue;
                    ++tried;
                    tryOne(command, state, call, number, kills);
                    if (QTest::currentTestFailed())
                        return qWarning("%s, call %d of %d, %s", qPrintable(call), number, calls,
                                        kills ? "killed" : "refused");
                }
            }
        }
        QVERIFY(tried > 5);
    }

private:
    void tryOne(const QString &command, const QString &state, const QString &call, int number, bool kills)
    {
        const QTemporaryDir place;
        const QString folder = place.path();
        copy(m_states.filePath(state), folder);
        const QStringList words = wordsFor(command, folder);
        Faults faults{{u"CALL"_s, call},
                      {u"FROM"_s, QString::number(number)},
                      {u"TO"_s, u"1000000"_s},
                      {u"ERRNO"_s, QString::number(ENOSPC)}};
        if (kills)
            faults.append({u"KILL"_s, u"1"_s});
        const Ended ended = run(folder, words, faults);
        QVERIFY2(!kills || ended.code == -1, "it was not killed");
        if (!kills) {
            // 8: only the pages are missing. 5: the log of the raw events can't be emptied, so a promise isn't kept.
            QVERIFY2(ended.code == 0 || ended.code == 1 || ended.code == 5 || ended.code == 8,
                     (ended.complaint + ended.output).constData());
            QCOMPARE(ended.complaint.count('\n'), ended.code == 0 ? 0 : 1); // one sentence
        }
        QVERIFY2(isWhole(folder), "the public folder is torn");
        const bool hasSite = QFile::exists(folder + u"/site"_s);
        QVERIFY2(!hasSite || hasWholeSite(folder), "the site is torn");
        // Then the disk is as it should be: the timer runs, and the person tries again.
        QCOMPARE(run(folder, {u"run"_s}).code, 0);
        if (command == u"remove"_s) { // also when it was removed: then it is not entered twice
            QCOMPARE(run(folder, words).code, 0);
            QCOMPARE(query(folder + u"/aggregates.sqlite"_s, u"SELECT 1 FROM removals"_s).size(), 1);
        }
        QCOMPARE(publish(folder), 0);
        QVERIFY(isWhole(folder) && (!hasSite || isShown(folder)));
        QCOMPARE(weeksIn(folder + u"/public/aggregates.sqlite"_s), (QStringList{u"2027-W39"_s, u"2027-W40"_s}));
        const Ended verified = run(folder, {u"verify"_s, u"--history"_s, folder + u"/public"_s});
        QVERIFY2(verified.code == 0, verified.output.constData());
        if (command == u"remove"_s) {
            for (const QByteArray &file : tree(folder + u"/public"_s))
                QVERIFY(!file.contains("[\"0.9.2\"]"));
        }
        QVERIFY(QDir(folder).entryList({u"public.new-*"_s, u"site.new-*"_s, u"*.public"_s, u"*-journal"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAggregateFaults)
#include "tst_aggregatefaults.moc"
