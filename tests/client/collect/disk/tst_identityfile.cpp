#include "client/collect/disk/identityfile.h"

#include "contract/limits.h"
#include "contract/reporter.h"
#include "support/ordinaryuser.h"

#include <QDir>
#include <QFile>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

Week week(QStringView text)
{
    return Week::fromString(text).value();
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray allFilesOf(const QString &folder)
{
    QByteArray all;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        all += contents(info.filePath());
    return all;
}

constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                                            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

class TestIdentityFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"private"_s); }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsWrittenBeforeItIsAsked()
    {
        const IdentityFile file(folder());
        QVERIFY(!QFile::exists(folder()));
    }
    void isDrawnOnceAndStays()
    {
        const auto first = IdentityFile(folder()).current(week(u"2026-W47"));
        QVERIFY(first.ok());
        QCOMPARE(first.value().secret.size(), Limits::secretBytes);
        const auto second = IdentityFile(folder()).current(week(u"2026-W47"));
        QVERIFY(second.ok());
        QVERIFY(first.value() == second.value());
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"identity.json"_s});
    }
    void isItsOwnersAlone()
    {
        IdentityFile file(folder());
        QVERIFY(file.current(week(u"2026-W47")).ok());
        QVERIFY(!(QFile::permissions(file.fileName()) & others));
        QVERIFY(!(QFile::permissions(folder()) & others));

        QVERIFY(QFile::setPermissions(file.fileName(), QFile::permissions(file.fileName()) | QFileDevice::ReadOther));
        QVERIFY(file.current(week(u"2026-W47")).ok());
        QVERIFY(!(QFile::permissions(file.fileName()) & others));
        QVERIFY(file.current(week(u"2026-W48")).ok());
        QVERIFY(!(QFile::permissions(file.fileName()) & others));
    }
    void theOldSecretIsGoneAfterARatchet()
    {
        IdentityFile file(folder());
        const QByteArray old = file.current(week(u"2026-W53")).value().secret;
        const auto next = file.current(week(u"2027-W01"));
        QVERIFY(next.ok());
        QCOMPARE(next.value().secret, nextSecret(old));
        QVERIFY(!allFilesOf(folder()).contains(old.toHex()));
        QVERIFY(allFilesOf(folder()).contains(next.value().secret.toHex()));
    }
    void damagedIsSetAsideAndDrawnAnew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\0\1\2", 3);
        QTest::newRow("another file") << QByteArray("{\"theme\": \"dark\"}");
        QTest::newRow("huge") << QByteArray(1'000'000, ' ');
    }
    void damagedIsSetAsideAndDrawnAnew()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(folder()));
        IdentityFile file(folder());
        write(file.fileName(), bytes);
        const auto identity = file.current(week(u"2026-W47"));
        QVERIFY(identity.ok());
        QCOMPARE(contents(file.fileName() + u".damaged"_s), bytes);
        QVERIFY(!(QFile::permissions(file.fileName() + u".damaged"_s) & others));
        QVERIFY(file.current(week(u"2026-W47")).value() == identity.value());
        // It may hold the secret of its week: with the week it goes.
        QVERIFY(file.current(week(u"2026-W48")).ok());
        QVERIFY(!QFile::exists(file.fileName() + u".damaged"_s));
    }
    /// Another name of the same file shows what becomes of its bytes when its own name goes to the next one.
    void theBytesOfAnOldSecretAreOverwritten_data()
    {
        QTest::addColumn<bool>("no");
        QTest::addColumn<bool>("sent");
        QTest::newRow("the week is over") << false << false;
        QTest::newRow("a no") << true << false;
        QTest::newRow("a no after something was sent") << true << true;
    }
    void theBytesOfAnOldSecretAreOverwritten()
    {
        QFETCH(bool, no);
        QFETCH(bool, sent);
        const Week now = week(u"2026-W47");
        IdentityFile file(folder());
        const QByteArray secret = file.current(now).value().secret.toHex();
        if (sent)
            QVERIFY(file.noteSending().ok());
        const QByteArray other = QFile::encodeName(m_folder->filePath(u"other name"_s));
        QCOMPARE(::link(QFile::encodeName(file.fileName()).constData(), other.constData()), 0);
        QVERIFY(contents(QFile::decodeName(other)).contains(secret));
        if (no)
            QVERIFY(file.empty(now, false).ok());
        else
            QVERIFY(file.current(now.plusWeeks(1)).ok());
        QCOMPARE(contents(QFile::decodeName(other)), QByteArray());
        QVERIFY(!allFilesOf(folder()).contains(secret));
        QCOMPARE(QFile::exists(file.fileName()), !no || sent);
    }
    void aNoEmptiesWhatIsDamagedAndClosesItsWeek()
    {
        QVERIFY(QDir().mkpath(folder()));
        IdentityFile file(folder());
        write(file.fileName(), "half of an identity");
        write(file.fileName() + u".damaged"_s, "another half");
        QVERIFY(file.empty(week(u"2026-W47"), false).ok());
        QVERIFY(!allFilesOf(folder()).contains("half"));
        QVERIFY(!file.current(week(u"2026-W47")).ok());
        QVERIFY(file.current(week(u"2026-W48")).ok());
    }
    void aNoWhereNothingIsMakesNothing()
    {
        QVERIFY(IdentityFile(folder()).empty(week(u"2026-W47"), true).ok());
        QVERIFY(IdentityFile(folder()).noteSending().ok());
        QVERIFY(!QFile::exists(folder()));
    }
    void aSendingIsNotedOnce()
    {
        IdentityFile file(folder());
        QVERIFY(file.current(week(u"2026-W47")).ok());
        QVERIFY(file.noteSending().ok());
        QVERIFY(file.current(week(u"2026-W47")).value().uses.last().sent);
        const QDateTime written = QFileInfo(file.fileName()).fileTime(QFileDevice::FileModificationTime);
        QVERIFY(file.noteSending().ok());
        QCOMPARE(QFileInfo(file.fileName()).fileTime(QFileDevice::FileModificationTime), written);
    }
    void aNewerVersionsFileIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(folder()));
        IdentityFile file(folder());
        write(file.fileName(), "{\"schema\": 5}");
        QVERIFY(!file.empty(week(u"2026-W47"), false).ok());
        const auto identity = file.current(week(u"2026-W47"));
        QVERIFY(!identity.ok());
        QVERIFY(identity.error().code == Error::Code::Unsupported);
        QCOMPARE(contents(file.fileName()), QByteArray("{\"schema\": 5}"));
    }
    void aFolderThatCannotBeMadeIsAnError()
    {
        write(m_folder->filePath(u"private"_s), "a file");
        const auto identity = IdentityFile(folder()).current(week(u"2026-W47"));
        QVERIFY(!identity.ok());
        QVERIFY(identity.error().code == Error::Code::Io);
    }
    void severalAtOnceAgreeOnOneSecret()
    {
        constexpr int runs = 8;
        QMutex mutex;
        std::set<QByteArray> secrets;
        std::vector<std::thread> threads; // whose end ThreadSanitizer sees, unlike a QThread's
        for (int i = 0; i < runs; ++i) {
            threads.emplace_back([&] {
                const auto identity = IdentityFile(folder()).current(week(u"2026-W47"));
                const QMutexLocker locker(&mutex);
                secrets.insert(identity ? identity.value().secret : QByteArray());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(secrets.size(), std::size_t(1));
        QCOMPARE(secrets.begin()->size(), Limits::secretBytes);
    }
    void systemSecretsDiffer()
    {
        QCOMPARE(systemSecret().size(), Limits::secretBytes);
        QVERIFY(systemSecret() != systemSecret());
    }
    void oneOfAnotherUserIsReplaced_data() { TestSupport::addModes(); }
    void oneOfAnotherUserIsReplaced()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        QVERIFY(IdentityFile(folder()).current(week(u"2026-W47")).ok());
        QVERIFY(TestSupport::setModes(folder(), mode));
        const QString name = IdentityFile(folder()).fileName();
        const TestSupport::OrdinaryUser user(m_folder->path());
        const auto identity = IdentityFile(folder()).current(week(u"2026-W47"));
        QVERIFY2(identity.ok(), identity ? "" : qPrintable(identity.error().detail));
        QCOMPARE(QFileInfo(name).ownerId(), uint(::geteuid()));
        QVERIFY(!(QFile::permissions(name) & others));
        QVERIFY(IdentityFile(folder()).current(week(u"2026-W48")).ok());
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"identity.json"_s});
    }
    void afterANoNothingOfAnotherUsersIsLeft_data() { TestSupport::addModes(); }
    void afterANoNothingOfAnotherUsersIsLeft()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        QVERIFY(IdentityFile(folder()).current(week(u"2026-W47")).ok());
        QVERIFY(TestSupport::setModes(folder(), mode));
        const TestSupport::OrdinaryUser user(m_folder->path());
        QVERIFY(IdentityFile(folder()).empty(week(u"2026-W47"), false));
        if (!(mode & QFileDevice::ReadOther)) { // what was sent is not known: the week is over
            QCOMPARE(IdentityFile(folder()).current(week(u"2026-W47")).error().code, Error::Code::Closed);
            return;
        }
        QVERIFY(!QFile::exists(IdentityFile(folder()).fileName()));
    }
};

QTEST_GUILESS_MAIN(TestIdentityFile)
#include "tst_identityfile.moc"
