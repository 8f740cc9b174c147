#include "platform/disk/wholefile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr char oldText[] = "the old text";
constexpr char newText[] = "the new text, which is longer";

/// In a process of its own. Prints whether it worked, and the system's words if not.
void writeInto(const QString &folder)
{
    const auto written = WholeFile::write(folder + u"/file"_s, newText, WholeFile::Folder::Ours);
    std::printf("%s\n", written ? "written" : qPrintable(written.error().detail));
}

} // namespace

/// One who writes a whole file is killed before each of its calls, and has each of them refused.
class TestKilledWriter : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"file"_s); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QByteArray content() const { return WholeFile::read(path())->value(); }

    struct Outcome
    {
        bool killed = false;
        QByteArray output;
    };
    [[nodiscard]] Outcome run(const QList<std::pair<QString, QString>> &faults) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(TELEMETRY_FAULTS));
        environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s); // it would want to be the first
        environment.insert(u"TELEMETRY_FAULT_PATH"_s, m_folder->path());
        for (const auto &[name, value] : faults)
            environment.insert(u"TELEMETRY_FAULT_"_s + name, value);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_folder->path()});
        if (!process.waitForFinished())
            return {};
        return {process.exitStatus() == QProcess::CrashExit, process.readAllStandardOutput().trimmed()};
    }
    /// With a file system that refuses this always.
    [[nodiscard]] Outcome refusing(const QString &call, int error) const
    {
        return run(
            {{u"CALL"_s, call}, {u"FROM"_s, u"1"_s}, {u"TO"_s, u"1000"_s}, {u"ERRNO"_s, QString::number(error)}});
    }
    /// How many such calls one write makes.
    [[nodiscard]] int countOf(const QString &call) const
    {
        const QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(u"count"_s);
        if (run({{u"CALL"_s, call}, {u"COUNT"_s, file}}).output != "written")
            return -1;
        QFile count(file);
        return count.open(QIODevice::ReadOnly) ? count.readAll().trimmed().toInt() : -1;
    }
    static void rows()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("least");
        QTest::newRow("open") << u"open"_s << 2; // the new file, and its folder
        QTest::newRow("write") << u"write"_s << 1;
        QTest::newRow("fsync") << u"fsync"_s << 2;
        QTest::newRow("rename") << u"rename"_s << 1;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(WholeFile::write(path(), oldText, WholeFile::Folder::Ours));
    }
    void killedTheFileIsOldOrNewAndTheNextWriteCleansUp_data() { rows(); }
    void killedTheFileIsOldOrNewAndTheNextWriteCleansUp()
    {
        QFETCH(const QString, call);
        QFETCH(const int, least);
        const int calls = countOf(call);
        QVERIFY2(calls >= least, qPrintable(u"%1 calls"_s.arg(calls))); // or the shim is not in the way
        int left = 0;
        for (int number = 1; number <= calls; ++number) {
            init();
            const QString from = QString::number(number);
            QVERIFY(run({{u"CALL"_s, call}, {u"FROM"_s, from}, {u"TO"_s, from}, {u"KILL"_s, u"1"_s}}).killed);
            QVERIFY(content() == oldText || content() == newText);
            left += static_cast<int>(names().size()) - 1;
            QVERIFY(WholeFile::write(path(), "the next", WholeFile::Folder::Ours));
            QCOMPARE(names(), QStringList{u"file"_s});
            QCOMPARE(content(), QByteArray("the next"));
        }
        QVERIFY(left > 0 || call == "open"_L1); // or nothing is shown: it was killed while it wrote
    }
    void refusedTheOldOneStaysAndNothingElse_data() { rows(); }
    void refusedTheOldOneStaysAndNothingElse()
    {
        QFETCH(const QString, call);
        const int calls = countOf(call);
        for (int number = 1; number <= calls; ++number) {
            init();
            const QString from = QString::number(number);
            const Outcome outcome =
                run({{u"CALL"_s, call}, {u"FROM"_s, from}, {u"TO"_s, from}, {u"ERRNO"_s, QString::number(ENOSPC)}});
            QVERIFY(!outcome.killed);
            QVERIFY(outcome.output != "written");
            QCOMPARE(names(), QStringList{u"file"_s});
            const bool atTheFolder = number == calls && (call == "fsync"_L1 || call == "open"_L1);
            QCOMPARE(content(), QByteArray(atTheFolder ? newText : oldText));
            if (!atTheFolder)
                QCOMPARE(QString::fromLocal8Bit(outcome.output), qt_error_string(ENOSPC));
        }
    }
    /// As some network file systems refuse it.
    void aFileWithoutANameIsNotNeeded_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("no such file") << ENOENT;
        QTest::newRow("not supported") << EOPNOTSUPP;
    }
    void aFileWithoutANameIsNotNeeded()
    {
        QFETCH(const int, error);
        const Outcome outcome = refusing(u"unnamed"_s, error);
        QCOMPARE(outcome.output, QByteArray("written"));
        QCOMPARE(content(), QByteArray(newText));
    }
    /// As CIFS refuses it.
    void whereNoOpenFileIsRenamedItIsWritten_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("busy") << EBUSY;
        QTest::newRow("refused") << EACCES;
    }
    void whereNoOpenFileIsRenamedItIsWritten()
    {
        QFETCH(const int, error);
        const Outcome outcome = refusing(u"renameopen"_s, error);
        QCOMPARE(outcome.output, QByteArray("written"));
        QCOMPARE(content(), QByteArray(newText));
        QCOMPARE(names(), QStringList{u"file"_s});
    }
    void whereFilesCanNotBeSynchronisedTheyAreWritten()
    {
        const Outcome outcome = run({{u"CALL"_s, u"fsync"_s},
                                     {u"FROM"_s, u"1"_s},
                                     {u"TO"_s, u"1000"_s},
                                     {u"ERRNO"_s, QString::number(EINVAL)}});
        QCOMPARE(outcome.output, QByteArray("written"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write"_L1)
        return writeInto(arguments.value(2)), 0;
    TestKilledWriter test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedwriter.moc"
