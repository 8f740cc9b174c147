#include "host/history/disk/historystore.h"

#include "support/histories.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::adding;
using TestSupport::historyDayOf;
using TestSupport::signingKeys;

namespace {

constexpr char victimVariable[] = "TELEMETRY_TEST_STOP_AT"; ///< the step before which the process dies

HistoryDraft draft(const QString &period)
{
    return {HistoryKind::Release, {{periodFile(period), sha256Of(period.toUtf8())}}, {{u"period"_s, period}}, {}};
}

QList<HistoryDraft> drafts()
{
    return {draft(u"2026-W46"_s), draft(u"2026-W47"_s), draft(u"2026-11"_s)};
}

/// Appends three lines and signs, and is killed at one of the steps. Returns the number of steps when it is not.
int victim(const QString &folder, int stopAt)
{
    int steps = 0;
    const auto store = HistoryStore::open(folder, [&](const QString &) {
        if (++steps == stopAt)
            ::raise(SIGKILL);
    });
    const bool done =
        store && store.value()->append(drafts(), historyDayOf(1)).ok() && store.value()->sign({signingKeys(0)}).ok();
    return done ? steps : 255;
}

} // namespace

class TestHistoryStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString folder() const { return m_directory->path(); }
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QByteArray bytes(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    std::unique_ptr<HistoryStore> opened() const
    {
        auto store = HistoryStore::open(folder());
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        return std::move(store).value();
    }
    /// A key and a signed line.
    void begin() const
    {
        const auto store = opened();
        QVERIFY(store->change(adding(0), historyDayOf(0), {}, {signingKeys(0)}).ok());
        QVERIFY(store->sign({signingKeys(0)}).ok());
    }
    /// The exit code, or -1 when it was killed.
    int runVictim(int stopAt) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(victimVariable), QString::number(stopAt));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {folder()});
        if (!process.waitForFinished(60'000))
            return -2;
        return process.exitStatus() == QProcess::CrashExit ? -1 : process.exitCode();
    }

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void beginsEmpty()
    {
        QVERIFY(opened()->chain().entries().isEmpty());
        QCOMPARE(files(), QStringList());
        QVERIFY(!HistoryStore::open(path(u"missing"_s)).ok());
    }
    void aClockThatWasAheadDoesNotStopIt()
    {
        begin();
        QVERIFY(opened()->append({draft(u"2026-W46"_s)}, historyDayOf(40)).ok());
        const auto store = opened();
        QVERIFY(store->append({draft(u"2026-W47"_s)}, historyDayOf(3)).ok());
        QCOMPARE(store->chain().entries().last().day, historyDayOf(40));
        QVERIFY(store->change(adding(1), historyDayOf(4), {}, {signingKeys(0)}).ok());
        QCOMPARE(store->chain().entries().last().day, historyDayOf(40));
        QCOMPARE(store->chain().entries().size(), 4);
    }
    void keepsWhatItWasGiven()
    {
        begin();
        QVERIFY(opened()->append(drafts(), historyDayOf(1)).ok());
        const auto store = opened();
        QCOMPARE(store->chain().entries().size(), 4);
        QCOMPARE(store->chain().bytes(), bytes(HistoryNames::history));
        QVERIFY(store->sign({signingKeys(0)}).ok());
        const auto files = store->publicFiles();
        QVERIFY(files.ok());
        QCOMPARE(files.value().history, bytes(HistoryNames::history));
        QCOMPARE(files.value().head, bytes(HistoryNames::head));
        QCOMPARE(files.value().keys, store->chain().keys().bytes());
        QVERIFY(QFile::permissions(path(HistoryNames::history)) & QFileDevice::ReadOther);
    }
    void onlyAdds()
    {
        begin();
        const QByteArray before = bytes(HistoryNames::history);
        QVERIFY(opened()->append(drafts(), historyDayOf(1)).ok());
        QVERIFY(bytes(HistoryNames::history).startsWith(before));
    }
    void allOrNone()
    {
        begin();
        const QByteArray before = bytes(HistoryNames::history);
        const auto store = opened();
        QList<HistoryDraft> some = drafts();
        some.append({HistoryKind::Access, {{u"../a"_s, sha256Of("")}}, {}, {}});
        QVERIFY(!store->append(some, historyDayOf(1)).ok());
        QCOMPARE(bytes(HistoryNames::history), before);
        QVERIFY(store->append({}, historyDayOf(1)).ok());
        QVERIFY(store->publicFiles().ok()); // and still signed
    }
    void isNotPublishedUnsigned()
    {
        begin();
        const auto store = opened();
        QVERIFY(store->publicFiles().ok());
        QVERIFY(store->append(drafts(), historyDayOf(1)).ok());
        QCOMPARE(store->missingSignatures(), 1);
        QCOMPARE(store->publicFiles().error().code, Error::Code::Closed);
        QVERIFY(store->publicFiles().error().detail.contains(u"key sign"_s));
        QVERIFY(!store->sign({signingKeys(1)}).ok()); // of somebody
        QVERIFY(store->sign({signingKeys(0), signingKeys(0)}).ok());
        QVERIFY(store->publicFiles().ok());
    }
    void withoutAKeyNothingIsSigned()
    {
        const auto store = opened();
        QVERIFY(store->append(drafts(), historyDayOf(1)).ok());
        const auto files = store->publicFiles();
        QVERIFY(files.ok());
        QCOMPARE(readHistoryHead(files.value().head).value().signatures.size(), 0);
    }
    void twoPersonsSignOneAfterTheOther()
    {
        begin();
        QVERIFY(opened()->change(adding(1, 2), historyDayOf(1), {}, {signingKeys(0)}).ok());
        QVERIFY(opened()->sign({signingKeys(0)}).ok());
        QCOMPARE(opened()->missingSignatures(), 1);
        QVERIFY(!opened()->publicFiles().ok());
        // The second one has a copy elsewhere, and sends the head back.
        HistoryHead elsewhere = opened()->head();
        elsewhere.signatures = {
            {TestSupport::keyNameOf(1), signatureOf(headPurpose(), statementOf(elsewhere), signingKeys(1)).value()}};
        HistoryHead wrong = elsewhere;
        wrong.signatures[0].signature[0] = static_cast<char>(wrong.signatures[0].signature[0] ^ 1);
        HistoryHead other = elsewhere;
        other.lines = 1;
        const auto store = opened();
        QVERIFY(!store->takeSignatures(wrong).ok());
        QVERIFY(!store->takeSignatures(other).ok());
        QVERIFY(store->takeSignatures(elsewhere).ok());
        QVERIFY(store->publicFiles().ok());
        QCOMPARE(readHistoryHead(bytes(HistoryNames::head)).value().signatures.size(), 2);
    }
    void isForOneAtATime()
    {
        const auto store = opened();
        QCOMPARE(HistoryStore::open(folder()).error().code, Error::Code::Busy);
    }
    void mendsALineThatWasCutOff_data()
    {
        QTest::addColumn<int>("left"); // bytes of the last line
        QTest::addColumn<int>("lines");
        QTest::newRow("its first byte") << 1 << 4;
        QTest::newRow("half of it") << 40 << 4;
        QTest::newRow("all but its end") << -2 << 4;
        QTest::newRow("all but its line feed") << -1 << 5;
    }
    void mendsALineThatWasCutOff()
    {
        QFETCH(int, left);
        begin();
        QVERIFY(opened()->append(drafts(), historyDayOf(1)).ok());
        const QByteArray before = bytes(HistoryNames::history);
        QVERIFY(opened()->append({draft(u"2026-W48"_s)}, historyDayOf(1)).ok());
        const QByteArray whole = bytes(HistoryNames::history);
        write(HistoryNames::history, left > 0 ? whole.left(before.size() + left) : whole.chopped(-left));
        QTEST(int(opened()->chain().entries().size()), "lines");
        QCOMPARE(bytes(HistoryNames::history), left == -1 ? whole : before);
    }
    void aLineThatWasSignedIsNotCutOff()
    {
        begin();
        const QByteArray cut = bytes(HistoryNames::history).chopped(2);
        write(HistoryNames::history, cut);
        const auto store = HistoryStore::open(folder());
        QCOMPARE(store.error().code, Error::Code::Damaged);
        QVERIFY(store.error().detail.contains(u"backup"_s));
        QCOMPARE(bytes(HistoryNames::history), cut);
    }
    void whatIsDamagedIsLeftAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("other");
        const QString history = HistoryNames::history;
        QTest::newRow("a line") << history << "2026-W46.json"_ba
                                << "2026-W45.json"_ba;
        QTest::newRow("the last line") << history << "\"period\":\"2026-11\""_ba
                                       << "\"period\":\"2026-12\""_ba;
        QTest::newRow("an empty line") << history << "}\n"_ba
                                       << "}\n\n"_ba;
        QTest::newRow("the head") << QString(HistoryNames::head) << "{"_ba
                                  << "["_ba;
        QTest::newRow("its lines") << QString(HistoryNames::head) << ":4,"_ba
                                   << ":5,"_ba;
    }
    void whatIsDamagedIsLeftAlone()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, other);
        begin();
        {
            const auto store = opened();
            QVERIFY(store->append(drafts(), historyDayOf(1)).ok());
            QVERIFY(store->sign({signingKeys(0)}).ok());
        }
        QByteArray changed = bytes(name);
        QVERIFY(changed.contains(old));
        changed.replace(old, other);
        write(name, changed);
        const auto store = HistoryStore::open(folder());
        QVERIFY(!store.ok());
        QCOMPARE(store.error().code, Error::Code::Damaged);
        QVERIFY2(store.error().detail.contains(HistoryNames::history)
                     || store.error().detail.contains(HistoryNames::head),
                 qPrintable(store.error().detail));
        QCOMPARE(bytes(name), changed);
    }
    void aHistoryThatIsGoneIsMissed()
    {
        begin();
        QVERIFY(QFile::remove(path(HistoryNames::history)));
        QCOMPARE(HistoryStore::open(folder()).error().code, Error::Code::Damaged);
    }
    /// Killed before each of its steps, one after the other.
    void isOldOrNewWhenKilled()
    {
        begin();
        const QByteArray oldHistory = bytes(HistoryNames::history);
        const QByteArray oldHead = bytes(HistoryNames::head);
        HistoryChain chain;
        QVERIFY(chain.takeAll(oldHistory).ok());
        for (const HistoryDraft &one : drafts())
            QVERIFY(chain.append(one, historyDayOf(1)).ok());
        int killed = 0;
        bool wasOld = false;
        bool wasNew = false;
        for (int step = 1;; ++step) {
            write(HistoryNames::history, oldHistory);
            write(HistoryNames::head, oldHead);
            const int code = runVictim(step);
            if (code != -1) {
                QCOMPARE(code, 0);
                break;
            }
            ++killed;
            const QByteArray now = bytes(HistoryNames::history);
            QVERIFY2(now == oldHistory || now == chain.bytes(), qPrintable(u"killed before step %1"_s.arg(step)));
            QVERIFY(bytes(HistoryNames::head) == oldHead
                    || readHistoryHead(bytes(HistoryNames::head)).value().lines == 4);
            (now == oldHistory ? wasOld : wasNew) = true;
            const auto store = opened(); // the next run goes on
            if (store->chain().bytes() == oldHistory)
                QVERIFY(store->append(drafts(), historyDayOf(1)).ok());
            QVERIFY(store->sign({signingKeys(0)}).ok());
            QCOMPARE(store->publicFiles().value().history, chain.bytes());
        }
        QVERIFY(killed == 10 && wasOld && wasNew);
        QCOMPARE(files(), (QStringList{HistoryNames::head, HistoryNames::history}));
    }
    void aDiskThatRefusesChangesNothing()
    {
        begin();
        const QByteArray before = bytes(HistoryNames::history);
        // The folder goes, with the lock's file and all, between one step and the next.
        const QString moved = folder() + u"-moved"_s;
        auto store = HistoryStore::open(folder(), [&](const QString &step) {
            if (step.startsWith(u"rename"_s))
                QVERIFY(QDir().rename(folder(), moved));
        });
        QVERIFY(store.ok());
        const auto done = store.value()->append(drafts(), historyDayOf(1));
        QCOMPARE(done.error().code, Error::Code::Io);
        QCOMPARE(store.value()->append(drafts(), historyDayOf(1)).error().code, Error::Code::Closed);
        QVERIFY(QDir().rename(moved, folder()));
        QCOMPARE(bytes(HistoryNames::history), before);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(victimVariable))
        return victim(QCoreApplication::arguments().value(1), qEnvironmentVariableIntValue(victimVariable)) == 255;
    TestHistoryStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_historystore.moc"
