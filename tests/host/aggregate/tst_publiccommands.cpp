#include "support/publishedfolder.h"

#include "host/history/disk/keyfile.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// The commands of the real program that read what is public, from outside: which of them is meant, what it ends with,
/// and where what it says goes.
class TestPublicCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QMap<QString, QString> m_variables; ///< of the environment, beside the test's own
    QByteArray m_out;
    QByteArray m_err;

    QString path(const QString &name) const { return m_directory.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void putFolder(const QString &name, const TestSupport::PublishedFolder &folder) const
    {
        for (auto it = folder.files.begin(); it != folder.files.end(); ++it)
            put(name + u'/' + it.key(), it.value());
    }
    /// What it ends with; m_out and m_err have what it said.
    int run(const QStringList &words)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_directory.path());
        process.start(QStringLiteral(TELEMETRY_AGGREGATE), words);
        if (!process.waitForFinished(60'000))
            return -1;
        m_out = process.readAllStandardOutput();
        m_err = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    static QStringList certificate(const QStringList &more = {}, const QString &plugin = u"napari-svg"_s)
    {
        return QStringList{u"certificate"_s, plugin,   u"--from"_s, u"2026-01"_s, u"--to"_s,  u"2026-12"_s,
                           u"--key"_s,       u"key"_s, u"--out"_s,  u"out"_s,     u"--now"_s, u"2026-12-20T12:00:00Z"_s}
               + more;
    }

private Q_SLOTS:
    void initTestCase()
    {
        putFolder(u"public"_s, TestSupport::yearOfSvg());
        TestSupport::PublishedFolder other; // nothing of the plugin
        other.addFirstKey();
        other.release(u"2026-01"_s, u"napari-svg"_s, 0, u"2026-12-01"_s);
        putFolder(u"other"_s, other);
        QVERIFY(writeKeyFile(path(u"key"_s), TestSupport::rfcKeys()).ok());
        QCOMPARE(run(certificate({u"--public"_s, u"public"_s})), 0);
        QVERIFY(QFile::copy(path(u"out/napari-svg-2026-01-2026-12.json"_s), path(u"c.json"_s)));
    }
    void init()
    {
        // Whatever this computer has in /etc: a file that says nothing.
        put(u"none.toml"_s, {});
        m_variables = {{u"NAPARI_TELEMETRY_HOST_SETTINGS"_s, path(u"none.toml"_s)}};
        QDir(path(u"out"_s)).removeRecursively();
    }
    void helps_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("certificate") << QStringList{u"certificate"_s, u"--help"_s} << "Makes a certificate"_ba;
        QTest::newRow("verify") << QStringList{u"verify"_s, u"-h"_s} << "Verifies a certificate"_ba;
        QTest::newRow("verify --history")
            << QStringList{u"verify"_s, u"--history"_s, u"x"_s, u"--help"_s} << "Checks a telemetry host"_ba;
        QTest::newRow("key") << QStringList{u"key"_s, u"--help"_s} << "Looks after the keys"_ba;
        QTest::newRow("all") << QStringList{u"--help"_s} << "Make a plugin's authors a certificate"_ba;
    }
    void helps()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, said);
        QCOMPARE(run(words), 0);
        QVERIFY2(m_out.startsWith("Usage: ") && m_out.contains(said), m_out.constData());
        QCOMPARE(m_err, QByteArray());
    }
    void ends_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("out"); // a word of it; empty: nothing is said there
        QTest::addColumn<QByteArray>("err");
        const QByteArray none;
        const QByteArray program = "napari-telemetry-aggregate: ";
        const QStringList there{u"--public"_s, u"public"_s};
        QTest::newRow("certificate: made") << certificate(there) << 0 << "9 of 12 months"_ba << none;
        QTest::newRow("certificate: the folder is not there")
            << certificate({u"--public"_s, u"nowhere"_s}) << 1 << none << "has no index.json"_ba;
        QTest::newRow("certificate: no folder") << certificate() << 2 << none << program + "--public is required";
        QTest::newRow("certificate: nothing published")
            << certificate(there, u"napari-small"_s) << 3 << none << "There is no certificate for napari-small"_ba;
        QTest::newRow("verify: right") << QStringList{u"verify"_s, u"c.json"_s, u"--public"_s, u"public"_s} << 0
                                       << "right: the 9 numbers"_ba << none;
        QTest::newRow("verify: wrong") << QStringList{u"verify"_s, u"c.json"_s, u"--public"_s, u"other"_s} << 1 << none
                                       << "WRONG: "_ba;
        QTest::newRow("verify: what?") << QStringList{u"verify"_s} << 2 << none << program + "verify takes";
        QTest::newRow("history: right") << QStringList{u"verify"_s, u"--history"_s, u"public"_s} << 0
                                        << "All of it is right"_ba << none;
        QTest::newRow("history: an equals sign")
            << QStringList{u"verify"_s, u"--history=public"_s} << 0 << "All of it is right"_ba << none;
        QTest::newRow("history: rewritten")
            << QStringList{u"verify"_s, u"--history"_s, u"public"_s, u"--against"_s, u"other"_s} << 1
            << "WRONG  history.jsonl"_ba << none;
        QTest::newRow("history: both at once")
            << QStringList{u"verify"_s, u"c.json"_s, u"--history"_s, u"public"_s} << 2 << none << program;
        QTest::newRow("history: not there")
            << QStringList{u"verify"_s, u"--history"_s, u"nowhere"_s} << 3 << "NOT CHECKED"_ba << none;
        QTest::newRow("history: nobody answers")
            << QStringList{u"verify"_s, u"--history"_s, u"http://127.0.0.1:1/data"_s} << 3 << "NOT CHECKED"_ba << none;
        QTest::newRow("key: shown") << QStringList{u"key"_s, u"list"_s, u"--aggregates"_s, u"host/a.sqlite"_s} << 0
                                    << "No key was entered yet"_ba << none;
        QTest::newRow("key: refused") << QStringList{u"key"_s, u"new"_s, u"key"_s, u"--holder"_s, u"operator"_s} << 1
                                      << none << program + "no key was made";
        QTest::newRow("key: what?") << QStringList{u"key"_s, u"sell"_s} << 2 << none << program + "\"key\" is followed";
        // What is no public command goes to the others.
        QTest::newRow("run") << QStringList{u"run"_s} << 2 << none << program + "--raw is required";
        QTest::newRow("the word is not the first")
            << QStringList{u"--json"_s, u"verify"_s} << 2 << none << program + "there is no command \"verify\"";
        QTest::newRow("no word") << QStringList() << 2 << none << program + "a command is missing";
    }
    void ends()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        QVERIFY(QDir().mkpath(path(u"host"_s)));
        const int ended = run(words);
        QVERIFY2(ended == code, (m_out + m_err).constData());
        QVERIFY2(out.isEmpty() ? m_out.isEmpty() : m_out.contains(out), m_out.constData());
        QVERIFY2(err.isEmpty() ? m_err.isEmpty() : m_err.contains(err), m_err.constData());
        QCOMPARE(QFile::exists(path(u"out"_s)), QByteArray(QTest::currentDataTag()) == "certificate: made");
    }
    void anOptionGoesOverAVariableAndThatOverTheFile()
    {
        // Of the plugin "other" has no number.
        put(u"settings.toml"_s, "public = \"" + path(u"other"_s).toUtf8() + "\"\n");
        m_variables = {{u"NAPARI_TELEMETRY_HOST_SETTINGS"_s, path(u"settings.toml"_s)}};
        QCOMPARE(run(certificate()), 3);
        m_variables.insert(u"NAPARI_TELEMETRY_HOST_PUBLIC"_s, path(u"public"_s));
        QCOMPARE(run(certificate()), 0);
        QCOMPARE(run(certificate({u"--public"_s, u"other"_s})), 3);
        m_variables.remove(u"NAPARI_TELEMETRY_HOST_PUBLIC"_s);
        QCOMPARE(run(certificate({u"--public"_s, u"public"_s})), 0);
        QCOMPARE(run(certificate({u"--settings"_s, path(u"none.toml"_s)})), 2); // another file, which doesn't say it
    }
    void theKeysOfTheSettingsHistoryAreShown()
    {
        QVERIFY(QDir().mkpath(path(u"keys"_s)));
        const QString aggregates = path(u"keys/aggregates.sqlite"_s);
        const QString shown = QString::fromLatin1(TestSupport::rfcKeys().publicBytes.toBase64());
        m_variables.insert(u"NAPARI_TELEMETRY_HOST_AGGREGATES"_s, aggregates);
        QCOMPARE(run({u"key"_s, u"add"_s, shown, u"--holder"_s, u"first operator"_s, u"--key"_s, u"key"_s}), 0);
        QCOMPARE(run({u"key"_s, u"list"_s}), 0);
        QVERIFY2(m_out.contains("21fe31dfa154a261") && m_out.contains("first operator"), m_out.constData());
        QVERIFY(QFile::exists(path(u"keys/history.jsonl"_s)));
    }
    /// On the computer of somebody who only makes or checks something there are none, or another host's.
    void readsNoSettings_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("key new") << QStringList{u"key"_s, u"new"_s, u"new.key"_s, u"--holder"_s, u"operator"_s} << 0;
        QTest::newRow("verify") << QStringList{u"verify"_s, u"c.json"_s} << 0;
        QTest::newRow("verify --history") << QStringList{u"verify"_s, u"--history"_s, u"public"_s} << 0;
        QTest::newRow("key list does") << QStringList{u"key"_s, u"list"_s, u"--aggregates"_s, u"host/a.sqlite"_s} << 2;
        QTest::newRow("certificate does") << certificate({u"--public"_s, u"public"_s}) << 2;
    }
    void readsNoSettings()
    {
        QFETCH(QStringList, words);
        QFile::remove(path(u"new.key"_s));
        m_variables = {{u"NAPARI_TELEMETRY_HOST_SETTINGS"_s, path(u"missing.toml"_s)}};
        QTEST(run(words), "code");
        QCOMPARE(m_err.contains("there is no settings file"), words.contains(u"list"_s) || words.contains(u"--now"_s));
    }
    /// It draws: without a screen, and with one that isn't there.
    void needsNoScreen()
    {
        m_variables.insert(u"DISPLAY"_s, u":99"_s);
        m_variables.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        QCOMPARE(run(certificate({u"--public"_s, u"public"_s, u"--json"_s})), 0);
        QVERIFY(QJsonDocument::fromJson(m_out).object()[u"made"_s].toBool());
        QCOMPARE(m_err, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestPublicCommands)
#include "tst_publiccommands.moc"
