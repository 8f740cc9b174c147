#include "support/rawfile.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/file.h>

using namespace Qt::StringLiterals;
using TestSupport::addRaw;
using TestSupport::query;
using TestSupport::tree;

/// The real program with the real shell: what a person types, and what is left.
class TestRawShell : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_output;
    QByteArray m_complaint;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    int access(const QStringList &more, const QByteArray &typed, const QString &paths = {},
               const QString &command = u"access"_s)
    {
        QProcess process;
        if (!paths.isNull()) {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PATH"_s, paths);
            process.setProcessEnvironment(environment);
        }
        process.start(QStringLiteral(TELEMETRY_AGGREGATE),
                      QStringList{command, u"--raw"_s, path(u"raw.sqlite"_s), u"--aggregates"_s,
                                  path(u"aggregates.sqlite"_s), u"--public"_s, path(u"public"_s), u"--now"_s,
                                  u"2026-10-26T00:00:00Z"_s}
                          + more);
        process.write(typed);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return -1;
        m_output = process.readAllStandardOutput();
        m_complaint = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    static QStringList leftInMemory()
    {
        return QDir(u"/dev/shm"_s).entryList({u"napari-telemetry-access-*"_s}, QDir::Dirs | QDir::Hidden);
    }
    const QStringList m_asked{u"--role"_s, u"second operator"_s, u"--reason"_s, u"a count looks wrong"_s};

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        addRaw(path(u"raw.sqlite"_s), u"user"_s, u"2026-W42"_s, 3);
    }
    void itReadsAndTheHistorySaysSo()
    {
        QCOMPARE(access(m_asked, "SELECT count(*) AS people, period FROM event GROUP BY period;\n"), 0);
        QVERIFY2(m_output.contains("people|period\n3|2026-W42\n"), (m_output + m_complaint).constData());
        const QByteArray history = tree(path(u"public"_s))[u"history.jsonl"_s];
        QVERIFY(history.contains(R"("kind":"access")"));
        QVERIFY(history.contains(R"("reason":"a count looks wrong","what":{"who":"second operator"})"));
        QVERIFY(leftInMemory().isEmpty());
    }
    void theCopyIsInNoFileWhileTheShellRuns()
    {
        QCOMPARE(access(m_asked, ".system ls -A /dev/shm/napari-telemetry-access-*\nSELECT 'end';\n"), 0);
        QVERIFY(!m_output.contains("raw.sqlite"));
        QVERIFY(m_output.contains("end"));
    }
    void whatIsTypedChangesNothing()
    {
        QCOMPARE(access(m_asked, "DELETE FROM events; SELECT count(*) FROM events;\n"), 0);
        QVERIFY(m_output.endsWith("0\n"));
        QCOMPARE(query(path(u"raw.sqlite"_s), u"SELECT count(*) FROM events"_s), QStringList{u"3"_s});
    }
    void withoutAReasonNothingIsOpened_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no reason") << m_asked.mid(0, 2);
        QTest::newRow("no role") << m_asked.mid(2);
        QTest::newRow("an empty reason") << QStringList{u"--role"_s, u"a"_s, u"--reason"_s, u" "_s};
    }
    void withoutAReasonNothingIsOpened()
    {
        QFETCH(QStringList, options);
        QCOMPARE(access(options, "SELECT 'opened';\n"), 2);
        QVERIFY(!m_output.contains("opened"));
    }
    /// Who can't be seen to have read doesn't read.
    void withoutThePublicLogNothingIsOpened()
    {
        QVERIFY(QDir().mkpath(path(u"public"_s)));
        QFile file(path(u"public/thesis.tex"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(access(m_asked, "SELECT 'opened';\n") != 0);
        QVERIFY(!m_output.contains("opened"));
    }
    void whatAKilledOneLeftIsRemoved()
    {
        const QTemporaryDir left(u"/dev/shm/napari-telemetry-access-"_s);
        QVERIFY(QFile::copy(path(u"raw.sqlite"_s), left.filePath(u"raw.sqlite"_s)));
        const QTemporaryDir inUse(u"/dev/shm/napari-telemetry-access-"_s);
        QFile lock(inUse.filePath(u"lock"_s));
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
        QCOMPARE(access(m_asked, "SELECT 1;\n"), 0);
        QVERIFY(!QFileInfo::exists(left.path()));
        QVERIFY(QFileInfo::exists(inUse.path()));
        QVERIFY(QDir(left.path()).mkpath(u"."_s)); // and so does the nightly run
        QCOMPARE(access({}, {}, {}, u"run"_s), 0);
        QVERIFY(!QFileInfo::exists(left.path()));
    }
    void withoutAShellNothingIsLeft()
    {
        QCOMPARE(access(m_asked, {}, m_folder->path()), 1);
        QVERIFY(m_complaint.contains("sqlite3 can't be started"));
        QVERIFY(leftInMemory().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRawShell)
#include "tst_rawshell.moc"
