#include "client/spool/disk/receiptsfile.h"

#include "client/spool/disk/sqlitespool.h"
#include "support/grants.h"
#include "support/ordinaryuser.h"
#include "support/values.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReceiptsFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(u"spool.sqlite"_s); }
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void withoutAFileThereIsNothingAndNothingIsMade()
    {
        QVERIFY(ReceiptsFile::forget(file()).ok());
        QVERIFY(ReceiptsFile::deleteUnsent(file()).ok());
        QCOMPARE(ReceiptsFile::status(file()).value().pending, 0);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }
    void whatWasNotSentIsDeletedWithoutAGrant()
    {
        {
            const auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file());
            QVERIFY(spool.ok());
            const TopicDefinition *topic = TestSupport::dictionary().topic(u"napari");
            QVERIFY(spool.value()->record(TestSupport::event(topic->topic, topic->example)).ok());
        }
        QCOMPARE(ReceiptsFile::status(file()).value().pending, 1);
        QVERIFY(ReceiptsFile::deleteUnsent(file()).ok());
        QCOMPARE(ReceiptsFile::status(file()).value().pending, 0);
    }
    void aFileThatIsNoSpoolIsAnError()
    {
        QFile other(file());
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(4096, 'x')) > 0);
        other.close();
        QVERIFY(!ReceiptsFile::forget(file()).ok());
    }
    void whatAnotherUserLeftGoesWithTheRest_data() { TestSupport::addModes(); }
    void whatAnotherUserLeftGoesWithTheRest()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        {
            const auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file());
            QVERIFY(spool.ok());
            for (const QString &name : {u"napari"_s, u"plugin"_s}) {
                const TopicDefinition *topic = TestSupport::dictionary().topic(name);
                QVERIFY(spool.value()->record(TestSupport::event(topic->topic, topic->example)).ok());
            }
            const auto sent = spool.value()->pending(Level::Basic);
            QVERIFY(spool.value()->beginSending(sent.value()).ok() && spool.value()->markSent(sent.value()).ok());
        }
        QVERIFY(TestSupport::setModes(m_folder->path(), mode));
        const TestSupport::OrdinaryUser user(m_folder->path());
        QVERIFY(ReceiptsFile::deleteUnsent(file()).ok());
        QCOMPARE(ReceiptsFile::status(file()).value().pending, 0);
        QCOMPARE(ReceiptsFile::status(file()).value().receipts, mode & QFileDevice::ReadOther ? 1 : 0);
        const auto files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : files)
            QCOMPARE(info.ownerId(), uint(::geteuid()));
    }
    void ofADamagedFileNothingUnsentIsLeftEither()
    {
        QFile other(file());
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(4096, 'x')) > 0);
        other.close();
        QVERIFY(ReceiptsFile::deleteUnsent(file()).ok());
        for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile left(info.filePath());
            QVERIFY(left.open(QIODevice::ReadOnly) && !left.readAll().contains("xxxx"));
        }
    }
};

QTEST_GUILESS_MAIN(TestReceiptsFile)
#include "tst_receiptsfile.moc"
