#include "platform/disk/filelock.h"

#include "contract/limits.h"
#include "support/ordinaryuser.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <memory>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFileLock : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString name() const { return m_folder->filePath(u"a.lock"_s); }
    void write(const QByteArray &bytes) const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void leavesNoFile()
    {
        {
            FileLock lock(name());
            QVERIFY(lock.lock());
            QVERIFY(QFile::exists(name()));
        }
        QVERIFY(!QFile::exists(name()));
    }
    /// Or somebody could take the lock of a file that goes a moment later, and another that of the next file.
    void theFileGoesBeforeTheLock()
    {
        const int watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        QVERIFY(watch >= 0);
        const auto closeWatch = qScopeGuard([watch] { ::close(watch); });
        QVERIFY(::inotify_add_watch(watch, QFile::encodeName(m_folder->path()).constData(), IN_CLOSE | IN_DELETE) >= 0);
        {
            FileLock lock(name());
            QVERIFY(lock.lock());
        }
        alignas(inotify_event) char events[4096];
        QVERIFY(::read(watch, events, sizeof events) > 0);
        QCOMPARE(reinterpret_cast<const inotify_event *>(events)->mask, uint32_t(IN_DELETE));
    }
    void oneAtATime()
    {
        constexpr int threads = 8;
        constexpr int rounds = 50;
        std::atomic_int inside = 0;
        std::atomic_int counted = 0;
        std::atomic_int failed = 0;
        std::vector<std::thread> all; // whose end ThreadSanitizer sees, unlike a QThread's
        for (int i = 0; i < threads; ++i) {
            all.emplace_back([&] {
                for (int round = 0; round < rounds; ++round) {
                    FileLock lock(name());
                    while (!lock.lock()) { // a busy machine
                    }
                    failed += inside++ != 0;
                    ++counted;
                    --inside;
                }
            });
        }
        for (std::thread &thread : all)
            thread.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(counted.load(), threads * rounds);
    }
    void waitsForTheLivingOnlySoLong()
    {
        FileLock held(name());
        QVERIFY(held.lock());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!FileLock(name()).lock());
        QVERIFY(timer.elapsed() >= Limits::spoolBusyTimeoutMs);
        QVERIFY(QFile::exists(name())); // it is not ours to delete
    }
    /// As QLockFile leaves one whose process was killed before it wrote its id, and one of a process that is gone.
    void nobodyWaitsForTheDead_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("of a living process") << QByteArray::number(::getpid()) + "\nnapari\nhost\n";
    }
    void nobodyWaitsForTheDead()
    {
        QFETCH(QByteArray, left);
        write(left);
        QElapsedTimer timer;
        timer.start();
        FileLock lock(name());
        QVERIFY(lock.lock());
        QVERIFY(timer.elapsed() < Limits::spoolBusyTimeoutMs / 4);
    }
    void aKilledOwnerLetsGo()
    {
        const pid_t child = fork();
        if (child == 0) {
            FileLock lock(name());
            _exit(lock.lock() && ::kill(getpid(), SIGKILL) == 0 ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(QFile::exists(name())); // or nothing is shown
        QElapsedTimer timer;
        timer.start();
        FileLock lock(name());
        QVERIFY(lock.lock());
        QVERIFY(timer.elapsed() < Limits::spoolBusyTimeoutMs / 4);
    }
    void anOpenFileIsLockedUntilItIsClosed()
    {
        write("content");
        QFile first(name());
        QFile second(name());
        QVERIFY(first.open(QIODevice::ReadWrite) && second.open(QIODevice::ReadWrite));
        QCOMPARE(FileLock::tryLock(first), FileLock::Taken::Yes);
        QCOMPARE(FileLock::tryLock(second), FileLock::Taken::No);
        QCOMPARE(second.readAll(), QByteArray("content")); // it keeps nobody from using it
        first.close();
        QCOMPARE(FileLock::tryLock(second), FileLock::Taken::Yes);
    }
    void theLockOfADeletedFileIsNone()
    {
        write("content");
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(QFile::remove(name()));
        QCOMPARE(FileLock::tryLock(file), FileLock::Taken::No);
    }
    void withoutAPlaceThereIsNoLock()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!FileLock(m_folder->filePath(u"nowhere/a.lock"_s)).lock());
        QVERIFY(timer.elapsed() < Limits::spoolBusyTimeoutMs / 4);
    }
    void aLockThatAnotherUserMayHoldIsTaken_data() { TestSupport::addModes(); }
    void aLockThatAnotherUserMayHoldIsTaken()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        write("");
        QVERIFY(QFile::setPermissions(name(), mode));
        const TestSupport::OrdinaryUser user(m_folder->path());
        QCOMPARE(FileLock(name()).tryLock(), FileLock::Taken::No); // somebody may hold it
        QVERIFY(QFile::exists(name()));
    }
    void anOldLockOfAnotherUserIsReplaced_data() { TestSupport::addModes(); }
    void anOldLockOfAnotherUserIsReplaced()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        {
            QFile file(name());
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-Limits::abandonedAfterS - 60),
                                     QFileDevice::FileModificationTime));
        }
        QVERIFY(QFile::setPermissions(name(), mode));
        const TestSupport::OrdinaryUser user(m_folder->path());
        FileLock lock(name());
        QCOMPARE(lock.tryLock(), FileLock::Taken::Yes);
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
