#include "client/upload/disk/sendinglock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// This program is its own second process: with a file as its argument it takes the lock and waits to be killed.
class TestSendingLock : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString spool() const { return m_folder.filePath(u"spool-x.sqlite"_s); }
private Q_SLOTS:
    void onlyOneSendsAtATime()
    {
        auto first = SendingLock::take(spool());
        QVERIFY(first.ok());
        QCOMPARE(SendingLock::take(spool()).error().code, Error::Code::Busy);
        QVERIFY(SendingLock::take(m_folder.filePath(u"spool-y.sqlite"_s)).ok()); // another spool is another matter
        first = Error{};
        QVERIFY(SendingLock::take(spool()).ok());
    }
    void aKilledProcessLeavesNothingThatBlocks()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, spool()});
        QVERIFY(other.waitForReadyRead());
        QCOMPARE(SendingLock::take(spool()).error().code, Error::Code::Busy);
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(QFile::exists(spool() + u".sending.lock"_s));
        QVERIFY(SendingLock::take(spool()).ok());
    }
    void aProcessKilledWhileItMadeTheLockBlocksNobody()
    {
        QFile half(spool() + u".sending.lock"_s);
        QVERIFY(half.open(QIODevice::WriteOnly)); // empty, and just made
        QVERIFY(SendingLock::take(spool()).ok());
    }
    void aFolderThatCannotBeWrittenIsAnError()
    {
        QFile blocked(m_folder.filePath(u"blocked"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QCOMPARE(SendingLock::take(m_folder.filePath(u"blocked/spool.sqlite"_s)).error().code, Error::Code::Io);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words[1] == "--hold"_L1) {
        const auto lock = SendingLock::take(words[2]);
        if (!lock)
            return 1;
        std::fputs("held\n", stdout);
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestSendingLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sendinglock.moc"
