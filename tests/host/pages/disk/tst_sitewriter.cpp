#include "host/pages/disk/sitewriter.h"

#include "support/pagesfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

#include <QTest>

#include <csignal>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr char victimVariable[] = "TELEMETRY_TEST_STOP_AT"; ///< the step before which the process dies
const QMap<QString, QByteArray> own{{u"pages.css"_s, "x"}};

/// Writes the site, and is killed at one of the steps.
int victim(const QString &home, int stopAt)
{
    int steps = 0;
    const auto written = writeSite({home + u"/public"_s, home + u"/site"_s}, own, [&](const QString &) {
        if (++steps == stopAt)
            ::raise(SIGKILL);
    });
    return written ? 0 : 255;
}

} // namespace

class TestSiteWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_public = m_home->path() + u"/public"_s;
        m_out = m_home->path() + u"/site"_s;
        write(TestSupport::someMonths().folder.files);
    }
    void itIsWrittenWholeAndOnlyWhenItChanges()
    {
        QVERIFY(writeSite({m_public, m_out}, own).value());
        QVERIFY(QFile::exists(m_out + u"/plugins/napari-svg.html"_s));
        QVERIFY(QFile::exists(m_out + u"/data/periods/2026-10.json"_s));
        QVERIFY(!writeSite({m_public, m_out}, own).value());
    }
    void aPlaceMayBeNamedFromHere()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_home->path()));
        const auto written = writeSite({u"public"_s, u"site"_s}, own);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().detail));
        QVERIFY(siteIsCurrent({m_public, m_out}, own).value());
    }
    void itIsCurrentUntilTheNumbersChange()
    {
        const PagesOptions options{m_public, m_out};
        QVERIFY(!siteIsCurrent(options, own).value()); // there is none
        QVERIFY(!QFile::exists(m_out));                // nor is one made
        QVERIFY(writeSite(options, own).value());
        QVERIFY(siteIsCurrent(options, own).value());
        QVERIFY(!siteIsCurrent({m_public, m_out, {}, u"https://x.org/"_s}, own).value());
        QVERIFY(!siteIsCurrent({m_public, m_out, {}, {}, u"us@x.org"_s}, own).value());
        QVERIFY(QFile::remove(m_out + u"/data/index.json"_s));
        QVERIFY(!siteIsCurrent(options, own).value());
        QVERIFY(writeSite(options, own).value());
        QFile page(m_out + u"/method.html"_s); // somebody else's words
        QVERIFY(page.open(QIODevice::Append));
        page.write("us");
        page.close();
        QVERIFY(!siteIsCurrent(options, own).value());
        QVERIFY(writeSite(options, own).value());
        QVERIFY(page.open(QIODevice::ReadWrite)); // of the same size
        page.write("?");
        page.close();
        QVERIFY(!siteIsCurrent(options, own).value());
        QVERIFY(writeSite(options, own).value());
        write({{u"more.html"_s, "us"}}, m_out);
        QVERIFY(!siteIsCurrent(options, own).value());
        QCOMPARE(siteIsCurrent({m_home->path() + u"/nothing"_s, m_out}, own).error().code, Error::Code::NotFound);
    }
    void nothingIsInstalledBesideATest() { QVERIFY(installedSiteFiles().isEmpty()); }
    /// Killed before each of its steps, one after the other.
    void itIsOldOrNewWhenKilled()
    {
        QVERIFY(QDir(m_public).removeRecursively());
        write(TestSupport::PagesFolder().done().folder.files);
        QVERIFY(writeSite({m_public, m_out}, own).value());
        const auto old = tree(m_out);
        QVERIFY(QDir(m_public).removeRecursively());
        write(TestSupport::someMonths().folder.files);
        const QTemporaryDir elsewhere;
        QVERIFY(writeSite({m_public, elsewhere.filePath(u"site"_s)}, own).value());
        const auto made = tree(elsewhere.filePath(u"site"_s));
        QVERIFY(old != made);
        int killed = 0;
        for (int step = 1; runVictim(step) == -1; ++step) {
            ++killed;
            const auto there = tree(m_out);
            QVERIFY2(there == old || there == made, qPrintable(u"killed before step %1"_s.arg(step)));
            if (there == made) { // look at the later steps, too: they come after an exchange
                QVERIFY(QDir(m_out).removeRecursively());
                write(old, m_out);
            }
        }
        QVERIFY(killed > made.size());
        QCOMPARE(tree(m_out), made);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 (QStringList{u"public"_s, u"site"_s}));
    }
    void ofTheBuiltSiteOnlyWhatPagesHaveIsTaken()
    {
        const QString built = m_home->path() + u"/built"_s;
        QVERIFY(QDir().mkpath(built));
        for (const QString &name : {u"pages.js"_s, u"verify.js"_s, u"verify.js.LEGAL.txt"_s, u"proposal.body.html"_s,
                                    u"explore.html"_s, u"style.css"_s, u"main.js"_s}) {
            QFile file(built + QLatin1Char(47) + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(writeSite({m_public, m_out, built}, own).value());
        for (const QString &name :
             {u"pages.js"_s, u"verify.js"_s, u"verify.js.LEGAL.txt"_s, u"verify.html"_s, u"proposal.html"_s})
            QVERIFY2(QFile::exists(m_out + QLatin1Char(47) + name), qPrintable(name));
        for (const QString &name : {u"proposal.body.html"_s, u"explore.html"_s, u"style.css"_s, u"main.js"_s})
            QVERIFY2(!QFile::exists(m_out + QLatin1Char(47) + name), qPrintable(name));
    }
    void aDamagedFolderLeavesTheOldSite()
    {
        QVERIFY(writeSite({m_public, m_out}, own).value());
        write({{u"periods/2026-10.json"_s, "{}"}});
        const auto refused = writeSite({m_public, m_out}, own);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().detail.contains(u"2026-10.json"_s), qPrintable(refused.error().detail));
        QVERIFY(QFile::exists(m_out + u"/index.html"_s));
    }
    void somebodyElsesFilesAreNotLost()
    {
        QVERIFY(QDir().mkpath(m_out));
        QFile file(m_out + u"/thesis.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(writeSite({m_public, m_out}, own).error().code, Error::Code::Invalid);
        QVERIFY(file.exists());
    }
    void noFolderInTheOther()
    {
        QCOMPARE(writeSite({m_public, m_public + u"/site"_s}, own).error().code, Error::Code::Invalid);
        QCOMPARE(writeSite({m_public, m_public}, own).error().code, Error::Code::Invalid);
        QCOMPARE(writeSite({m_public, m_home->path()}, own).error().code, Error::Code::Invalid);
    }
    void aLinkIsNotPublished()
    {
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_public + u"/tables.csv"_s));
        const auto refused = writeSite({m_public, m_out}, own);
        QVERIFY(!refused.ok());
        QVERIFY(!QDir(m_out).exists());
    }
    void whatIsMissingIsNamed()
    {
        const auto missing = writeSite({m_home->path() + u"/nothing"_s, m_out}, own);
        QVERIFY(missing.error().detail.contains(u"nothing"_s));
        const auto unbuilt = writeSite({m_public, m_out, m_home->path()}, own);
        QVERIFY(unbuilt.error().detail.contains(u"pages.js"_s));
        const auto nowhere = writeSite({m_public, m_home->path() + u"/a/b"_s}, own);
        QCOMPARE(nowhere.error().code, Error::Code::NotFound);
    }

private:
    void write(const QMap<QString, QByteArray> &files, const QString &folder = {}) const
    {
        for (auto it = files.begin(); it != files.end(); ++it) {
            const QString path = (folder.isEmpty() ? m_public : folder) + QLatin1Char(47) + it.key();
            QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(it.value());
        }
    }
    static QMap<QString, QByteArray> tree(const QString &folder)
    {
        QMap<QString, QByteArray> files;
        QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no file");
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
        }
        return files;
    }
    /// The exit code, or -1 when it was killed.
    int runVictim(int stopAt) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(victimVariable), QString::number(stopAt));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {m_home->path()});
        if (!process.waitForFinished(60'000))
            return -2;
        return process.exitStatus() == QProcess::CrashExit ? -1 : process.exitCode();
    }
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_public;
    QString m_out;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(victimVariable))
        return victim(QString::fromLocal8Bit(argv[1]), qEnvironmentVariableIntValue(victimVariable));
    TestSiteWriter test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sitewriter.moc"
