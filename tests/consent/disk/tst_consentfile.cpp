#include "consent/disk/consentfile.h"

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
const ConsentRecord record{Level::Basic, 1, "ab", QDateTime(QDate(2026, 11, 23), QTime(20, 0), Qt::UTC), std::nullopt};

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
        const ConsentFile file(folder.filePath(u"a/b"_s));
        QVERIFY(!file.read().content.has_value());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void writesForItsUserOnly()
    {
        QTemporaryDir folder;
        const ConsentFile file(folder.filePath(u"a/b"_s));
        QVERIFY(file.write(record));
        QCOMPARE(file.read().content->value(), record);
        QCOMPARE(QFile::permissions(file.path()) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QDir(folder.filePath(u"a/b"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"telemetry-consent.json"_s});
    }
    void keepsADamagedRecordAsideOnce()
    {
        QTemporaryDir folder;
        const ConsentFile file(folder.path());
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
        const ConsentFile file(folder.path());
        QVERIFY(QDir().mkdir(file.path())); // a folder where the file should be
        QVERIFY(file.read().content.has_value() && !*file.read().content);
        QVERIFY(!file.write(record));
        QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), folder.filePath(u"policy"_s)));
        const auto dangling = ConsentFile::readAdministratorPolicy(folder.filePath(u"policy"_s));
        QVERIFY(dangling.content.has_value() && !*dangling.content);
    }
    void refusesHugeFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"policy"_s);
        put(path, QByteArray(Limits::policyFileBytes + 1, ' '));
        QCOMPARE(ConsentFile::readAdministratorPolicy(path).content->error().code, Error::Code::TooLarge);
    }
    void aFolderThatCanNotBeMadeIsAnError()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"a"_s), "a file");
        QVERIFY(!ConsentFile(folder.filePath(u"a/b"_s)).write(record));
    }
    void readsTheAdministratorsFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"policy"_s);
        QVERIFY(!ConsentFile::readAdministratorPolicy(path).content.has_value());
        put(path, R"({"schema":1,"maximum_level":"middle"})");
        QCOMPARE(ConsentFile::readAdministratorPolicy(path).content->value().maximum, Level::Middle);
        QCOMPARE(ConsentFile::readAdministratorPolicy().path, u"/etc/napari/telemetry-policy.json"_s);
    }
};

QTEST_GUILESS_MAIN(TestConsentFile)
#include "tst_consentfile.moc"
