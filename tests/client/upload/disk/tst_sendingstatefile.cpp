#include "client/upload/disk/sendingstatefile.h"

#include "contract/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);
}

class TestSendingStateFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    void put(const QByteArray &bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"new/spool-x.sending.json"_s);
    }
    void nothingIsMadeByReading()
    {
        QVERIFY(SendingStateFile(m_file).read().value().isEmpty());
        QVERIFY(!QFileInfo::exists(QFileInfo(m_file).path()));
    }
    void whatIsWrittenIsRead()
    {
        SendingState failing;
        failing.attempted = noon;
        failing.failingSince = noon.addDays(-2);
        failing.failedLast = noon;
        failing.failures = 3;
        failing.notBefore = noon.addDays(2);
        failing.askedToWait = noon.addSecs(300);
        SendingState fresh;
        fresh.attempted = noon;
        const SendingStates states{{Level::Basic, fresh}, {Level::Full, failing}};
        QVERIFY(SendingStateFile(m_file).write(states).ok());
        QCOMPARE(SendingStateFile(m_file).read().value(), states);
    }
    void onlyTheUserCanReadIt()
    {
        QVERIFY(SendingStateFile(m_file).write({{Level::Basic, {}}}).ok());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_file) & others));
    }
    void aDamagedFileCountsAsAnAttemptJustMade_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"levels\":{\"basic\":{\"att");
        QTest::newRow("another schema") << QByteArray("{\"schema\":2,\"levels\":{}}");
        QTest::newRow("unknown level") << QByteArray("{\"schema\":1,\"levels\":{\"extra\":{\"failures\":0}}}");
        QTest::newRow("not a moment") << QByteArray(
            "{\"schema\":1,\"levels\":{\"basic\":{\"failures\":0,\"attempted\":\"soon\"}}}");
        QTest::newRow("local time") << QByteArray(
            "{\"schema\":1,\"levels\":{\"basic\":{\"failures\":0,\"attempted\":\"2020-01-01T00:00:00\"}}}");
        QTest::newRow("negative") << QByteArray("{\"schema\":1,\"levels\":{\"basic\":{\"failures\":-1}}}");
        QTest::newRow("huge") << QByteArray(Limits::sendingStateFileBytes + 1, ' ');
    }
    void aDamagedFileCountsAsAnAttemptJustMade()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(SendingStateFile(m_file).write({}).ok());
        put(bytes);
        const auto states = SendingStateFile(m_file).read().value();
        for (const Level level : sendingLevels()) {
            QVERIFY(states[level].attempted.isValid());
            QVERIFY(states[level].attempted.secsTo(QDateTime::currentDateTimeUtc()) < 600);
        }
    }
    void aFolderThatCannotBeWrittenIsAnError()
    {
        QFile blocked(m_folder->filePath(u"new"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly)); // a file in the way, which stops root, too
        QCOMPARE(SendingStateFile(m_file).write({}).error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestSendingStateFile)
#include "tst_sendingstatefile.moc"
