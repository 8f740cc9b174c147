#include "client/consent/disk/consentfile.h"

#include "client/consent/clientfiles.h"
#include "client/consent/disk/administratorsource.h"
#include "client/consent/host.h"
#include "contract/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
const ConsentRecord record{
    Answer{Level::Basic, 1, "ab", QDateTime(QDate(2026, 11, 23), QTime(20, 0), Qt::UTC), std::nullopt}, {}, {}};
const QString marker = u"venv_0123"_s;

/// With this settings folder, and a data folder beside it.
ConsentFile in(const QString &folder, const QString &environment)
{
    Host host;
    host.configFolder = folder;
    host.dataFolder = folder + u"-data"_s;
    host.environment = environment;
    return ConsentFile(host);
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}
} // namespace

class TestConsentFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readingCreatesNothing()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.filePath(u"a/"_s + marker), marker);
        QVERIFY(!file.read().content.has_value());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void writesForItsUserOnly()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.filePath(u"a/"_s + marker), marker);
        QVERIFY(file.write(record));
        QCOMPARE(file.read().content->value(), record);
        QCOMPARE(QFile::permissions(file.path()) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QDir(folder.filePath(u"a/"_s + marker)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"telemetry-consent.json"_s});
    }
    void keepsADamagedRecordAsideOnce()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.path(), marker);
        put(file.path(), "{broken");
        QVERIFY(file.read().content.has_value());
        QVERIFY(!*file.read().content);
        QVERIFY(file.write(record));
        QVERIFY(file.read().content->ok());
        QFile aside(file.path() + u".damaged"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), "{broken"_ba);
        put(file.path(), "{broken again");
        QVERIFY(file.write(record));
        QVERIFY(aside.seek(0));
        QCOMPARE(aside.readAll(), "{broken"_ba);
    }
    void whatCanNotBeReadIsAnErrorAndNotAbsence()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.path(), marker);
        QVERIFY(QDir().mkdir(file.path())); // a folder where the file should be
        QVERIFY(file.read().content.has_value() && !*file.read().content);
        QVERIFY(!file.write(record));
        QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), folder.filePath(u"policy"_s)));
        const auto dangling = AdministratorSource::fromFile(folder.filePath(u"policy"_s));
        QVERIFY(dangling.content.has_value() && !*dangling.content);
    }
    void refusesHugeFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"policy"_s);
        put(path, QByteArray(Limits::policyFileBytes + 1, ' '));
        QCOMPARE(AdministratorSource::fromFile(path).content->error().code, Error::Code::TooLarge);
    }
    void aFolderThatCanNotBeMadeIsAnError()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"a"_s), "a file");
        QVERIFY(!in(folder.filePath(u"a/b"_s), marker).write(record));
    }
    void aFolderForEachEnvironmentOrANameForEach()
    {
        const ConsentFile own = in(u"/home/ada/.config/napari/venv_0123"_s, marker);
        QCOMPARE(own.path(), u"/home/ada/.config/napari/venv_0123/telemetry-consent.json"_s);
        QCOMPARE(own.userPath(), u"/home/ada/.config/napari/telemetry-user.json"_s);
        const ConsentFile uvx = in(u"/home/ada/.config/napari/uvx/0.9.2"_s, u"uvx_0.9.2"_s);
        QCOMPARE(uvx.path(), u"/home/ada/.config/napari/uvx/0.9.2/telemetry-consent.json"_s);
        QCOMPARE(uvx.userPath(), u"/home/ada/.config/napari/telemetry-user.json"_s);
        const ConsentFile shared = in(u"/home/ada/lab"_s, marker); // NAPARI_CONFIG
        QCOMPARE(shared.path(), u"/home/ada/lab/telemetry-consent-%1.json"_s.arg(ClientFiles::keyOf(marker)));
        QCOMPARE(shared.userPath(), u"/home/ada/lab/telemetry-user.json"_s);
    }
    void withoutSettingsNothingIsKept()
    {
        const ConsentFile file = in(QString(), marker);
        QCOMPARE(file.keeping(), AnswerKeeping::NoFolder);
        QVERIFY(!file.read().content && !file.readUser().content);
        QVERIFY(!file.write(record) && !file.writeUser({true}));
    }
    void looksWhetherAnAnswerCouldBeKept()
    {
        QTemporaryDir folder;
        QCOMPARE(in(folder.filePath(u"a/b/c"_s), marker).keeping(), AnswerKeeping::Kept);
        QVERIFY(QDir(folder.path()).isEmpty());
        put(folder.filePath(u"a"_s), "a file");
        QCOMPARE(in(folder.filePath(u"a/b/c"_s), marker).keeping(), AnswerKeeping::ReadOnly);
    }
    void keepsTheUsersChoiceForAllEnvironments()
    {
        QTemporaryDir folder;
        const ConsentFile here = in(folder.filePath(marker), marker);
        QVERIFY(!here.readUser().content);
        QVERIFY(here.writeUser({true}));
        const ConsentFile elsewhere = in(folder.filePath(u"conda_89ab"_s), u"conda_89ab"_s);
        QCOMPARE(elsewhere.readUser().content->value().neverAsk, true);
        QVERIFY(!elsewhere.read().content);
    }
    void aRefusalCountsBeforeTheRecordUntilTheNextAnswerIsSaved()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.filePath(u"lab"_s), marker);
        QVERIFY(file.write(record));
        ConsentRecord no = record;
        no.answer.level = Level::None;
        QVERIFY(file.refuse(no));
        QCOMPARE(file.read().content->value(), no);
        QCOMPARE(file.read().path, file.refusalPath());
        QCOMPARE(QFile::permissions(file.refusalPath()) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.write(record));
        QCOMPARE(file.read().content->value(), record);
        QVERIFY(!QFile::exists(file.refusalPath()));
    }
    void aRefusalCanSayNothingButNo()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.filePath(u"lab"_s), marker);
        QVERIFY(file.refuse(record)); // somebody's forgery
        QVERIFY(file.read().content && !*file.read().content);
    }
    void whereNothingCanBeWrittenTheYesGoes()
    {
        QTemporaryDir folder;
        const ConsentFile file = in(folder.filePath(u"lab"_s), marker);
        QVERIFY(file.write(record));
        put(folder.filePath(u"lab-data"_s), "a file");
        QVERIFY(!file.refuse(record));
        QVERIFY(!file.read().content);
    }
    void withoutSettingsNothingIsRefusedEither()
    {
        QTemporaryDir folder;
        Host host;
        host.dataFolder = folder.filePath(u"data"_s);
        QVERIFY(!ConsentFile(host).refuse(record));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConsentFile)
#include "tst_consentfile.moc"
