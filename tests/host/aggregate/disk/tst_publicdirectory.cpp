#include "host/aggregate/disk/publicdirectory.h"

#include "support/publicfilesof.h"
#include "support/rawfile.h"
#include "support/releases.h"

#include <QBuffer>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr char victimVariable[] = "TELEMETRY_TEST_STOP_AT"; ///< the step before which the process dies

PublicFiles oldFiles()
{
    return TestSupport::publicFilesOf({TestSupport::twoReleases().first()});
}

PublicFiles newFiles()
{
    return TestSupport::publicFilesOf(TestSupport::twoReleases());
}

Result<bool> replace(const PublicDirectory &directory, const PublicFiles &files)
{
    const auto draft = directory.draft();
    if (!draft)
        return draft.error();
    for (auto file = files.begin(); file != files.end(); ++file) {
        QBuffer content;
        content.setData(file.value());
        content.open(QIODevice::ReadOnly);
        const auto added = draft.value()->add(file.key(), content);
        if (!added)
            return added.error();
        if (added.value() != sha256Of(file.value()))
            return Error{Error::Code::Invalid, u"another digest"_s};
    }
    return draft.value()->publish();
}

/// Replaces the folder, and is killed at one of the steps. Returns the number of steps when it is not.
int victim(const QString &folder, int stopAt)
{
    int steps = 0;
    const PublicDirectory directory(folder, [&](const QString &) {
        if (++steps == stopAt)
            ::raise(SIGKILL);
    });
    return replace(directory, newFiles()).ok() ? steps : 255;
}

} // namespace

class TestPublicDirectory : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;

    QStringList beside() const
    {
        return QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// The exit code, or -1 when it was killed.
    int runVictim(int stopAt)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(victimVariable), QString::number(stopAt));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {m_path});
        if (!process.waitForFinished(60'000))
            return -2;
        return process.exitStatus() == QProcess::CrashExit ? -1 : process.exitCode();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"public"_s);
    }
    void aPathWithPercentSignsIsAPathLikeAnyOther()
    {
        const QString path = m_directory->filePath(u"feature%2Fx/%1 data"_s);
        QVERIFY(QDir().mkpath(path.left(path.lastIndexOf(u'/'))));
        QVERIFY(replace(PublicDirectory(path), newFiles()).ok());
        QVERIFY(QFile::exists(path + "/index.json"_L1));
        QVERIFY(replace(PublicDirectory(path), newFiles()).ok()); // and again
    }
    void isMadeAndReplaced()
    {
        const PublicDirectory directory(m_path + u'/');
        QCOMPARE(directory.weeks().value(), QStringList());
        QCOMPARE(replace(directory, oldFiles()).value(), true);
        QCOMPARE(TestSupport::tree(m_path), oldFiles());
        QCOMPARE(directory.weeks().value(), QStringList{u"2026-W40"_s});
        QCOMPARE(replace(directory, newFiles()).value(), true);
        QCOMPARE(TestSupport::tree(m_path), newFiles());
        QCOMPARE(beside(), QStringList{u"public"_s});
        QVERIFY(QFile::permissions(m_path + u"/index.json"_s) & QFileDevice::ReadOther);
        QVERIFY(!(QFile::permissions(m_path + u"/index.json"_s) & QFileDevice::WriteOther));
    }
    void leavesTheSameFilesAlone()
    {
        const PublicDirectory directory(m_path);
        QCOMPARE(replace(directory, newFiles()).value(), true);
        const QDateTime made = QFileInfo(m_path).metadataChangeTime();
        QCOMPARE(replace(directory, newFiles()).value(), false);
        QCOMPARE(QFileInfo(m_path).metadataChangeTime(), made);
    }
    void mendsWhatWasChanged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("changed") << u"index.json"_s;
        QTest::newRow("one more") << u"tables/more.json"_s;
    }
    void mendsWhatWasChanged()
    {
        QFETCH(QString, file);
        const PublicDirectory directory(m_path);
        QVERIFY(replace(directory, newFiles()).ok());
        QFile changed(m_path + u'/' + file);
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write("{}");
        changed.close();
        QCOMPARE(replace(directory, newFiles()).value(), true);
        QCOMPARE(TestSupport::tree(m_path), newFiles());
    }
    void followsALink()
    {
        QVERIFY(QDir().mkdir(m_directory->filePath(u"real"_s)));
        QVERIFY(QFile::link(m_directory->filePath(u"real"_s), m_path));
        QCOMPARE(replace(PublicDirectory(m_path), newFiles()).value(), true);
        QVERIFY(QFileInfo(m_path).isSymLink());
        QCOMPARE(TestSupport::tree(m_directory->filePath(u"real"_s)), newFiles());
    }
    void losesNothingOfOthers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("beside");
        QTest::newRow("another program's folder") << u"thesis.odt"_s << false;
        QTest::newRow("hidden") << u".bashrc"_s << false;
        QTest::newRow("beside ours") << u"index.html"_s << true;
        QTest::newRow("ours by name only") << u"dictionary.json"_s << false;
    }
    void losesNothingOfOthers()
    {
        QFETCH(QString, file);
        QFETCH(bool, beside);
        const PublicDirectory directory(m_path);
        if (beside)
            QVERIFY(replace(directory, oldFiles()).ok());
        else
            QVERIFY(QDir().mkdir(m_path));
        QFile others(m_path + u'/' + file);
        QVERIFY(others.open(QIODevice::WriteOnly));
        const auto before = TestSupport::tree(m_path);
        QCOMPARE(replace(directory, newFiles()).error().code, Error::Code::Invalid);
        QCOMPARE(TestSupport::tree(m_path), before);
        QCOMPARE(this->beside(), QStringList{u"public"_s});
    }
    void removesOnlyItsLeftovers()
    {
        const QStringList folders{u"public.new-0123456789abcdef"_s, u"public.new-mine"_s,
                                  u"other.new-0123456789abcdef"_s};
        for (const QString &folder : folders)
            QVERIFY(QDir().mkpath(m_directory->filePath(folder + u"/tables"_s)));
        QVERIFY(replace(PublicDirectory(m_path), newFiles()).ok());
        QCOMPARE(beside(), (QStringList{u"other.new-0123456789abcdef"_s, u"public"_s, u"public.new-mine"_s}));
    }
    void whatIsNotPublishedLeavesNothing()
    {
        QVERIFY(replace(PublicDirectory(m_path), oldFiles()).ok());
        {
            const auto draft = PublicDirectory(m_path).draft();
            QBuffer content;
            content.setData("{}"_ba);
            QVERIFY(content.open(QIODevice::ReadOnly) && draft.value()->add(u"index.json"_s, content).ok());
        }
        QCOMPARE(TestSupport::tree(m_path), oldFiles());
        QCOMPARE(beside(), QStringList{u"public"_s});
    }
    /// Killed before each of its steps, one after the other.
    void isOldOrNewWhenKilled()
    {
        QVERIFY(replace(PublicDirectory(m_path), oldFiles()).ok());
        bool wasOld = true;
        int killed = 0;
        for (int step = 1;; ++step) {
            const int code = runVictim(step);
            if (code != -1) {
                QCOMPARE(code, 0); // up to date since the exchange, so nothing more to kill
                break;
            }
            ++killed;
            const auto files = TestSupport::tree(m_path);
            const bool isOld = files == oldFiles();
            QVERIFY2(isOld || files == newFiles(), qPrintable(u"killed before step %1"_s.arg(step)));
            QVERIFY(wasOld || !isOld);
            if (wasOld && !isOld && step > 1) // look at the later steps, too: they come after an exchange
                QVERIFY(replace(PublicDirectory(m_path), oldFiles()).ok());
            else
                wasOld = isOld;
        }
        QVERIFY(killed > newFiles().size());
        QCOMPARE(TestSupport::tree(m_path), newFiles());
        QCOMPARE(beside(), QStringList{u"public"_s});
    }
    void saysWhereItFailed()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(replace(PublicDirectory(m_path), newFiles()).error().code, Error::Code::Invalid);
        const auto replaced = replace(PublicDirectory(m_directory->filePath(u"missing/public"_s)), newFiles());
        QCOMPARE(replaced.error().code, Error::Code::Io);
        QVERIFY(replaced.error().detail.contains(u"missing"_s));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(victimVariable))
        return victim(QCoreApplication::arguments().value(1), qEnvironmentVariableIntValue(victimVariable)) == 255;
    TestPublicDirectory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_publicdirectory.moc"
