#include "client/spool/disk/receiptsfile.h"

#include "client/spool/disk/sqlitespool.h"
#include "support/grants.h"
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
            const TopicDefinition *topic = TestSupport::dictionary().topic(u"environment");
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
};

QTEST_GUILESS_MAIN(TestReceiptsFile)
#include "tst_receiptsfile.moc"
