#include "support/rawfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::addRaw;
using TestSupport::query;
using TestSupport::tree;

/// The real program with a site: the pages follow the public folder, or the next command makes them do so.
class TestAggregateSite : public QObject
{
    Q_OBJECT

    using Faults = QMap<QString, QString>;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_now;
    QString m_out;
    QString m_program;
    QStringList m_more; ///< options of every command
    QByteArray m_output;
    QByteArray m_complaint;

    QString path(const QString &name) const { return m_directory->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
            qFatal("no file");
    }
    /// The exit code; -1: it was killed.
    int command(const QStringList &words, const Faults &faults = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, path(u"bin"_s) + u':' + environment.value(u"PATH"_s));
        if (!faults.isEmpty()) {
            environment.insert(u"LD_PRELOAD"_s, QStringLiteral(TELEMETRY_FAULTS));
            environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s); // it would want to be the first
        }
        for (auto it = faults.begin(); it != faults.end(); ++it)
            environment.insert(u"TELEMETRY_FAULT_"_s + it.key(), it.value());
        process.setProcessEnvironment(environment);
        QStringList all =
            words + QStringList{u"--raw"_s,    path(u"raw.sqlite"_s), u"--aggregates"_s, path(u"aggregates.sqlite"_s),
                                u"--public"_s, path(u"public"_s),     u"--now"_s,        m_now};
        if (!m_out.isEmpty())
            all += {u"--site"_s, m_out};
        process.start(m_program, all + m_more);
        process.closeWriteChannel();
        const bool ended = process.waitForFinished(60'000);
        m_output = process.readAllStandardOutput();
        m_complaint = process.readAllStandardError();
        return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    /// Publishes what waits, after a look.
    int publish(const Faults &faults = {})
    {
        if (command({u"review"_s, u"--json"_s}) != 0)
            return -2;
        const QString digest = QJsonDocument::fromJson(m_output).object()["digest"_L1].toString();
        return command(digest.isEmpty() ? QStringList{u"publish"_s} : QStringList{u"publish"_s, digest}, faults);
    }
    /// Draws what has closed, without a site.
    int drawn()
    {
        const QString site = std::exchange(m_out, {});
        const QStringList more = std::exchange(m_more, {});
        const int code = command({u"run"_s});
        m_out = site;
        m_more = more;
        return code;
    }
    /// The state of the site among the audit's findings; empty: it is not among them.
    QString audited()
    {
        command({u"audit"_s, u"--json"_s});
        const QJsonArray findings = QJsonDocument::fromJson(m_output).object()["findings"_L1].toArray();
        for (const QJsonValue &finding : findings) {
            if (finding["what"_L1] == "the site shows what is published"_L1)
                return finding["state"_L1].toString();
        }
        return {};
    }
    static QMap<QString, QByteArray> below(const QMap<QString, QByteArray> &files, const QString &folder)
    {
        QMap<QString, QByteArray> found;
        for (auto it = files.begin(); it != files.end(); ++it) {
            if (it.key().startsWith(folder))
                found.insert(it.key().mid(folder.size()), it.value());
        }
        return found;
    }
    bool isShown() const
    {
        const auto site = tree(path(u"site"_s));
        return below(site, u"data/"_s) == tree(path(u"public"_s)) && site.contains(u"index.html"_s)
               && site[u"data/index.json"_s].contains("2026-W40");
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_now = u"2026-10-26T00:00:00Z"_s; // 2026-W40 closes in this moment
        m_out = path(u"site"_s);
        m_program = QStringLiteral(TELEMETRY_AGGREGATE);
        m_more.clear();
        addRaw(path(u"raw.sqlite"_s), u"user"_s, u"2026-W40"_s, 1000);
        addRaw(path(u"raw.sqlite"_s), u"napari"_s, u"2026-W40"_s, 300, {{u"napari_version"_s, u"0.9.2"_s}});
        addRaw(path(u"raw.sqlite"_s), u"user"_s, u"2026-W41"_s, 500);
    }
    void publishingMakesTheSiteAndItsCopy()
    {
        write(u"built/pages.js"_s, "1");
        write(u"built/verify.js"_s, "2");
        m_more =
            QStringList{u"--site-files"_s, path(u"built"_s),    u"--site-address"_s, u"https://usage.example.org/"_s,
                        u"--contact"_s,    u"us@example.org"_s, u"--public-copy"_s,  path(u"copy"_s)};
        QCOMPARE(drawn(), 0);
        QVERIFY2(publish() == 0, m_complaint.constData());
        QVERIFY(m_output.contains("the site has the pages of it"));
        QVERIFY(isShown());
        const auto site = tree(m_out);
        QVERIFY(site[u"index.html"_s].contains("mailto:us@example.org"));
        QVERIFY(site[u"collected.html"_s].contains("mailto:us@example.org"));
        QVERIFY(site[u"history.html"_s].contains("https://usage.example.org/data"));
        QVERIFY(site.contains(u"pages.js"_s) && site.contains(u"verify.html"_s) && site.contains(u"pages.css"_s));
        QCOMPARE(tree(path(u"copy"_s)), site);
        QCOMPARE(audited(), u"kept"_s);
        QVERIFY(QFile::permissions(m_out + u"/index.html"_s) & QFileDevice::ReadOther);
    }
    void scriptsThatWereInstalledAreTaken()
    {
        m_program = path(u"bin/napari-telemetry-aggregate"_s);
        QVERIFY(QDir(m_directory->path()).mkdir(u"bin"_s));
        QVERIFY(QFile::copy(QStringLiteral(TELEMETRY_AGGREGATE), m_program));
        QCOMPARE(command({u"run"_s}), 0);
        QVERIFY(!QFile::exists(m_out + u"/pages.js"_s));
        write(u"share/napari-telemetry/site/pages.js"_s, "1");
        QCOMPARE(command({u"run"_s}), 0);
        QCOMPARE(tree(m_out)[u"pages.js"_s], "1"_ba);
        write(u"built/pages.js"_s, "2");
        m_more = QStringList{u"--site-files"_s, path(u"built"_s)};
        QCOMPARE(command({u"run"_s}), 0);
        QCOMPARE(tree(m_out)[u"pages.js"_s], "2"_ba);
    }
    void nothingNewChangesNoByte()
    {
        QCOMPARE(drawn(), 0);
        QCOMPARE(publish(), 0);
        const QDateTime made = QFileInfo(m_out).metadataChangeTime();
        QCOMPARE(command({u"run"_s}), 0);
        QVERIFY(m_output.contains("the site is up to date"));
        QCOMPARE(command({u"publish"_s, u"--automatic"_s}), 0);
        QCOMPARE(QFileInfo(m_out).metadataChangeTime(), made);
    }
    void withoutASiteThereIsNone()
    {
        m_out.clear();
        m_more = QStringList{u"--public-copy"_s, path(u"copy"_s)};
        QCOMPARE(drawn(), 0);
        QCOMPARE(publish(), 0);
        QVERIFY(!QFile::exists(path(u"site"_s)));
        QCOMPARE(tree(path(u"copy"_s)), tree(path(u"public"_s)));
        QCOMPARE(audited(), QString());
    }
    /// The first `run` of a host, before anything is published.
    void aNewHostHasPagesWithoutNumbers()
    {
        QCOMPARE(audited(), u"ask"_s); // nothing has run yet
        QCOMPARE(command({u"run"_s}), 0);
        QCOMPARE(below(tree(m_out), u"data/"_s), tree(path(u"public"_s)));
        QVERIFY(!tree(m_out)[u"data/index.json"_s].contains("2026-W40"));
        QCOMPARE(audited(), u"kept"_s);
    }
    void whatIsRemovedIsNotShown()
    {
        m_more = QStringList{u"--public-copy"_s, path(u"copy"_s)};
        QCOMPARE(drawn(), 0);
        QCOMPARE(publish(), 0);
        const QString table = u"data/tables/napari-versions.csv"_s;
        QVERIFY(tree(path(u"copy"_s))[table].contains("0.9.2"));
        QCOMPARE(command({u"remove"_s, u"cell"_s, u"napari-versions"_s, u"0.9.2"_s, u"--reason"_s, u"why"_s}), 0);
        QVERIFY(isShown());
        QVERIFY(!tree(m_out)[table].contains("0.9.2"));
        QCOMPARE(tree(path(u"copy"_s)), tree(m_out));
    }
    void numbersStandWhenTheSiteFails_data()
    {
        QTest::addColumn<Faults>("faults");
        QTest::addColumn<QString>("breaks");
        QTest::addColumn<QByteArray>("why");
        const auto fault = [](const QString &call, int error) {
            return Faults{{u"PATH"_s, u"/site.new-"_s},
                          {u"CALL"_s, call},
                          {u"FROM"_s, u"3"_s},
                          {u"TO"_s, u"1000000"_s},
                          {u"ERRNO"_s, QString::number(error)}};
        };
        QTest::newRow("a full disk") << fault(u"write"_s, ENOSPC) << QString() << "No space left"_ba;
        QTest::newRow("read-only") << fault(u"open"_s, EROFS) << QString() << "Read-only file system"_ba;
        QTest::newRow("a disk that fails") << fault(u"fsync"_s, EIO) << QString() << "Input/output error"_ba;
        QTest::newRow("somebody else's folder") << Faults() << u"thesis"_s << "holds something"_ba;
        QTest::newRow("in the public folder") << Faults() << u"inside"_s << "must not be in one another"_ba;
        QTest::newRow("around the public folder") << Faults() << u"around"_s << "must not be in one another"_ba;
        QTest::newRow("nowhere") << Faults() << u"nowhere"_s << "make the folder"_ba;
        QTest::newRow("a file") << Faults() << u"file"_s << "not a folder"_ba;
        QTest::newRow("no site files") << Faults() << u"unbuilt"_s << "no pages.js"_ba;
    }
    void numbersStandWhenTheSiteFails()
    {
        QFETCH(Faults, faults);
        QFETCH(QString, breaks);
        QFETCH(QByteArray, why);
        m_more = QStringList{u"--public-copy"_s, path(u"copy"_s)};
        const QStringList sound = m_more;
        QCOMPARE(drawn(), 0);
        if (breaks == u"thesis"_s)
            write(u"site/thesis.tex"_s, "years");
        else if (breaks == u"file"_s)
            write(u"site"_s, "x");
        else if (breaks == u"inside"_s)
            m_out = path(u"public/site"_s);
        else if (breaks == u"around"_s)
            m_out = m_directory->path();
        else if (breaks == u"nowhere"_s)
            m_out = path(u"missing/site"_s);
        else if (breaks == u"unbuilt"_s)
            m_more += QStringList{u"--site-files"_s, path(u"missing"_s)};
        QCOMPARE(publish(faults), 8);
        QVERIFY2(m_complaint.startsWith("napari-telemetry-aggregate: writing the site: "), m_complaint.constData());
        QVERIFY2(m_complaint.contains(why), m_complaint.constData());
        QVERIFY(m_complaint.contains("mend it and run again"));
        QCOMPARE(m_complaint.count('\n'), 1);
        QVERIFY(tree(path(u"public"_s))[u"index.json"_s].contains("2026-W40"));
        QVERIFY(!QFile::exists(path(u"copy"_s)));
        QVERIFY(QDir(m_directory->path()).entryList({u"*.new-*"_s}).isEmpty());
        QCOMPARE(audited(), u"broken"_s);
        QCOMPARE(command({u"audit"_s}), 5);
        QCOMPARE(command({u"run"_s}, faults), 8); // and it is said every night
        QVERIFY(m_output.contains("broken  the site shows what is published: "));
        if (breaks == u"thesis"_s) {
            QCOMPARE(tree(m_out).keys(), QStringList{u"thesis.tex"_s});
            QVERIFY(QDir(m_out).removeRecursively());
        } else if (breaks == u"file"_s) {
            QVERIFY(QFile::remove(m_out));
        }
        m_out = path(u"site"_s);
        m_more = sound;
        QVERIFY2(command({u"run"_s}) == 0, m_complaint.constData());
        QVERIFY(isShown());
        QCOMPARE(tree(path(u"copy"_s)), tree(m_out));
        QCOMPARE(audited(), u"kept"_s);
    }
    /// Raw events of a month go when it is published, whatever becomes of the pages.
    void rawEventsGoAllTheSame()
    {
        for (const QString &week : {u"2026-W42"_s, u"2026-W43"_s, u"2026-W44"_s})
            addRaw(path(u"raw.sqlite"_s), u"user"_s, week, 50);
        m_now = Period::fromString(u"2026-10"_s)->closesAt().toString(Qt::ISODate);
        QCOMPARE(drawn(), 0);
        write(u"site/thesis.tex"_s, "years");
        QCOMPARE(publish(), 8);
        QCOMPARE(query(path(u"raw.sqlite"_s), u"SELECT count(*) FROM events"_s), QStringList{u"0"_s});
    }
    void killedBeforeTheSite_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("from");
        QTest::newRow("before its first file") << u"open"_s << u"1"_s;
        QTest::newRow("at a file") << u"write"_s << u"20"_s;
        QTest::newRow("before the exchange") << u"rename"_s << u"1"_s;
        QTest::newRow("when the old files go") << u"unlink"_s << u"1"_s;
    }
    void killedBeforeTheSite()
    {
        QFETCH(QString, call);
        QFETCH(QString, from);
        m_more = QStringList{u"--public-copy"_s, path(u"copy"_s)};
        QCOMPARE(command({u"run"_s}), 0); // pages without numbers
        const auto before = tree(m_out);
        const Faults kill{{u"PATH"_s, u"/site"_s}, {u"CALL"_s, call},   {u"FROM"_s, from},
                          {u"TO"_s, from},         {u"KILL"_s, u"1"_s}, {u"ERRNO"_s, u"5"_s}};
        QCOMPARE(publish(kill), -1);
        QVERIFY(tree(path(u"public"_s))[u"index.json"_s].contains("2026-W40"));
        QVERIFY(tree(m_out) == before || isShown());
        if (call != u"unlink"_s)
            QCOMPARE(audited(), u"broken"_s);
        QVERIFY2(command({u"run"_s}) == 0, m_complaint.constData());
        QVERIFY(isShown());
        QCOMPARE(tree(path(u"copy"_s)), tree(m_out));
        QCOMPARE(audited(), u"kept"_s);
        QVERIFY(QDir(m_directory->path()).entryList({u"*.new-*"_s}).isEmpty());
    }
    /// By the real rsync, to another computer that is this one.
    void theSiteGoesToThePublicHost()
    {
        write(u"bin/ssh"_s, "#!/bin/sh\nwhile [ \"${1#-}\" != \"$1\" ]; do shift; done\n"
                            "[ \"$1\" = usage.example.org ] || exit 255\nshift\nexec \"$@\"\n");
        QVERIFY(QFile::setPermissions(path(u"bin/ssh"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(drawn(), 0);
        m_more = QStringList{u"--public-copy"_s, u"gone.example.org:"_s + path(u"copy"_s)};
        QCOMPARE(publish(), 8);
        QVERIFY2(m_complaint.startsWith("napari-telemetry-aggregate: copying to the public host: gone.example.org"),
                 m_complaint.constData());
        QVERIFY(isShown());
        m_more = QStringList{u"--public-copy"_s, u"usage.example.org:"_s + path(u"copy"_s)};
        QVERIFY2(command({u"run"_s}) == 0, m_complaint.constData());
        QCOMPARE(tree(path(u"copy"_s)), tree(m_out));
    }
    void refusesOptions_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("a contact") << QStringList{u"--contact"_s, u"<us@example.org>"_s};
        QTest::newRow("an address") << QStringList{u"--site-address"_s, u"https://usage.example.org"_s};
        QTest::newRow("of no site") << QStringList{u"--site"_s, u""_s, u"--contact"_s, u"us@example.org"_s};
    }
    void refusesOptions()
    {
        QFETCH(QStringList, words);
        m_more = words;
        QCOMPARE(command({u"run"_s}), 2);
        QCOMPARE(m_complaint.count('\n'), 1);
        QVERIFY(!QFile::exists(path(u"public"_s)) && !QFile::exists(m_out));
    }
};

QTEST_GUILESS_MAIN(TestAggregateSite)
#include "tst_aggregatesite.moc"
