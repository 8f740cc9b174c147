// A host's history from its first key to somebody who checks it: the commands as a program wires them, real files, and
// real HTTP.
#include "host/history/disk/foldersource.h"
#include "host/history/disk/historystore.h"
#include "host/history/disk/keycommand.h"
#include "host/history/disk/keyfile.h"
#include "host/history/historynames.h"
#include "host/history/network/urlsource.h"
#include "host/history/releasedperiods.h"
#include "host/history/verifyoptions.h"

#include "support/staticserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

using Files = QMap<QString, QByteArray>;

Result<std::unique_ptr<AbstractPublicSource>> open(const QString &place)
{
    if (isWebAddress(place))
        return UrlSource::make(place);
    return std::unique_ptr<AbstractPublicSource>(std::make_unique<FolderSource>(place));
}

} // namespace

class TestHistoryCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    Files m_files; ///< the public folder
    QString m_key;
    StaticServer m_server;

    static CommandOutcome verify(const QString &place, const QStringList &more = {})
    {
        const auto command = readVerifyOptions(QStringList{u"program"_s, u"verify"_s, u"--history"_s, place} + more);
        if (!command)
            qFatal("%s", qPrintable(command.error().detail));
        return runVerifyHistory(*command.value().run, open);
    }
    CommandOutcome key(const QStringList &words, const QDate &day) const
    {
        const auto command = readKeyOptions(QStringList{u"program"_s, u"key"_s} + words);
        if (!command)
            qFatal("%s", qPrintable(command.error().detail));
        return runKey(*command.value().run, day);
    }
    void publish(const QString &period, const QDate &day)
    {
        const auto store = HistoryStore::open(m_directory.path());
        m_files[periodFile(period)] = "{\"period\":\"" + period.toLatin1() + "\"}";
        QVERIFY(store.value()
                    ->append({{HistoryKind::Release,
                               {{periodFile(period), sha256Of(m_files[periodFile(period)])}},
                               {{u"period"_s, period}},
                               {}}},
                             day)
                    .ok());
        QVERIFY(store.value()->sign(readKeyFiles({m_key}).value()).ok());
        const PublicHistory history = store.value()->publicFiles().value();
        m_files[HistoryNames::history] = history.history;
        m_files[HistoryNames::head] = history.head;
        m_files[HistoryNames::keys] = history.keys;
        QStringList months;
        for (const QString &path : m_files.keys()) {
            if (isPeriodFile(path))
                months.append(u'"' + QFileInfo(path).baseName() + u'"');
        }
        m_files[u"index.json"_s] = "{\"months\":[" + months.join(u',').toLatin1() + "],\"releases\":[],\"weeks\":[]}";
    }
    static void writeTo(const QString &folder, const Files &files)
    {
        for (auto it = files.begin(); it != files.end(); ++it) {
            const QString path = folder + u'/' + it.key();
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(it.value());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_key = m_directory.filePath(u"first.key"_s);
        const QString aggregates = m_directory.filePath(u"aggregates.sqlite"_s);
        const QDate first(2026, 12, 1);
        QCOMPARE(int(key({u"new"_s, m_key, u"--holder"_s, u"first operator"_s}, first).exit), 0);
        const QString shown = QString::fromLatin1(readKeyFiles({m_key}).value().first().publicBytes.toBase64());
        QCOMPARE(int(key({u"add"_s, shown, u"--holder"_s, u"first operator"_s, u"--key"_s, m_key, u"--aggregates"_s,
                          aggregates},
                         first)
                         .exit),
                 0);
        publish(u"2026-10"_s, QDate(2026, 12, 8));
    }
    void init() { m_server.serve(m_files); }

    void overHttp()
    {
        const CommandOutcome outcome = verify(m_server.base());
        QVERIFY2(outcome.exit == CommandOutcome::Right, qPrintable(outcome.text));
        QVERIFY(outcome.text.contains(u"(first operator)"_s));
    }
    void inAFolder()
    {
        const QTemporaryDir folder;
        writeTo(folder.path(), m_files);
        QCOMPARE(verify(folder.path()).exit, CommandOutcome::Right);
        QCOMPARE(verify(folder.path() + u"/nowhere"_s).exit, CommandOutcome::NotChecked);
    }
    void aCopyThatWasKeptFindsWhatWasRewritten()
    {
        const QTemporaryDir copy; // of today
        writeTo(copy.path(), m_files);
        publish(u"2026-11"_s, QDate(2026, 12, 20));
        m_server.serve(m_files);
        const QStringList against{u"--against"_s, copy.path()};
        const CommandOutcome later = verify(m_server.base(), against);
        QVERIFY2(later.exit == CommandOutcome::Right, qPrintable(later.text));
        QVERIFY(later.text.contains(u"the second is older: it has the first 2 lines"_s));

        // The operator, with the key, tells another story: right by itself, and found by the copy alone.
        const QTemporaryDir other;
        QVERIFY(QFile::copy(m_key, other.filePath(u"key"_s)));
        QVERIFY(QFile::setPermissions(other.filePath(u"key"_s), QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const QByteArray first = m_files[HistoryNames::history].left(m_files[HistoryNames::history].indexOf('\n') + 1);
        writeTo(other.path(), {{HistoryNames::history, first}});
        Files files = m_files;
        files.remove(periodFile(u"2026-11"_s));
        files[periodFile(u"2026-10"_s)] = "{\"people\":1000000}";
        files[u"index.json"_s] = "{\"months\":[\"2026-10\"],\"releases\":[],\"weeks\":[]}";
        const auto store = HistoryStore::open(other.path());
        QVERIFY(store.value()
                    ->append({{HistoryKind::Release,
                               {{periodFile(u"2026-10"_s), sha256Of(files[periodFile(u"2026-10"_s)])}},
                               {{u"period"_s, u"2026-10"_s}},
                               {}}},
                             QDate(2026, 12, 8))
                    .ok());
        QVERIFY(store.value()->sign(readKeyFiles({m_key}).value()).ok());
        files[HistoryNames::history] = store.value()->publicFiles().value().history;
        files[HistoryNames::head] = store.value()->publicFiles().value().head;
        m_server.serve(files);
        QCOMPARE(verify(m_server.base()).exit, CommandOutcome::Right);
        const CommandOutcome found = verify(m_server.base(), against);
        QCOMPARE(found.exit, CommandOutcome::Failed);
        QVERIFY2(found.text.contains(u"they disagree from line 2 on"_s), qPrintable(found.text));
    }
    void whatIsServedWrongIsFound_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : m_files.keys())
            QTest::newRow(qPrintable(path)) << path;
    }
    /// One byte of one file.
    void whatIsServedWrongIsFound()
    {
        QFETCH(QString, path);
        Files files = m_files;
        files[path][files[path].size() / 2] = static_cast<char>(files[path][files[path].size() / 2] ^ 1);
        m_server.serve(files);
        const CommandOutcome outcome = verify(m_server.base());
        QCOMPARE(outcome.exit, CommandOutcome::Failed);
        QVERIFY2(outcome.text.contains(u"WRONG  "_s + path), qPrintable(outcome.text));
        files.remove(path);
        m_server.serve(files);
        QVERIFY(verify(m_server.base()).text.contains(u"WRONG  "_s + path + u": it is missing"_s));
    }
    void saysItToPrograms()
    {
        const CommandOutcome outcome = verify(m_server.base(), {u"--json"_s, u"--against"_s, m_server.base()});
        const QJsonObject object = QJsonDocument::fromJson(outcome.text.toUtf8()).object();
        QVERIFY(object[u"right"_s].toBool());
        QCOMPARE(object[u"against"_s][u"outcome"_s].toString(), u"same"_s);
    }
    void aPlaceThatIsNoneIsAMistake()
    {
        const CommandOutcome outcome = verify(u"https://user@host/"_s);
        QCOMPARE(outcome.exit, CommandOutcome::Usage);
        QVERIFY(!outcome.complaint.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHistoryCommands)
#include "tst_historycommands.moc"
