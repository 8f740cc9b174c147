#include "client/upload/disk/receipteraser.h"

#include "client/spool/disk/sqlitespool.h"
#include "support/fakeupload.h"
#include "support/grants.h"
#include "support/values.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReceiptEraser : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    TestSupport::FakeUpload m_upload;
    QString spool() const { return m_folder->filePath(u"spool-x.sqlite"_s); }
    QString mark() const { return m_folder->filePath(u"spool-x.erasing"_s); }
    /// A spool in which one event was sent.
    void sendOne()
    {
        const auto spool =
            SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), this->spool());
        QVERIFY(spool.ok());
        const TopicDefinition *topic = TestSupport::dictionary().topic(u"napari");
        QVERIFY(spool.value()->record(TestSupport::event(topic->topic, topic->example)).ok());
        QVERIFY(spool.value()->beginSending(spool.value()->pending(Level::Basic).value()).ok());
    }
    static EraseOrder order(bool resumed = false) { return {ConsentGate::eraseForTest(), {}, resumed}; }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whereNothingWasSentNothingIsAsked()
    {
        ReceiptEraser eraser(spool(), mark(), Endpoints());
        EraseOrder wanted = order();
        QVERIFY(eraser.remember(wanted).ok());
        QVERIFY(!QFile::exists(mark()));
        bool succeeded = false;
        eraser.begin(std::move(wanted), m_upload, [&](const EraseReport &report) { succeeded = report.succeeded(); });
        QVERIFY(succeeded && !eraser.isErasing());
        QCOMPARE(m_upload.wire.paths, QStringList());
    }
    void whatWasChosenIsRememberedUntilItHasEnded()
    {
        sendOne();
        const QList<EventKey> chosen{{u"napari"_s, QByteArray(16, 'r')}};
        {
            ReceiptEraser eraser(spool(), mark(), Endpoints());
            EraseOrder wanted{ConsentGate::eraseForTest(), chosen};
            QVERIFY(eraser.remember(wanted).ok());
        } // the end of napari
        ReceiptEraser eraser(spool(), mark(), Endpoints());
        EraseOrder wanted = order(true);
        QVERIFY(eraser.remember(wanted).ok());
        QCOMPARE(wanted.chosen, chosen);
        eraser.forget();
        QVERIFY(!QFile::exists(mark()));
    }
    void aDamagedNoteErasesNothing()
    {
        sendOne();
        QFile file(mark());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") > 0);
        file.close();
        ReceiptEraser eraser(spool(), mark(), Endpoints());
        EraseOrder wanted = order(true);
        const auto remembered = eraser.remember(wanted);
        QVERIFY(!remembered.ok());
        QVERIFY(!remembered.error().detail.isEmpty());
    }
    void asksTheCollectorAndForgetsWithIt()
    {
        sendOne();
        ReceiptEraser eraser(spool(), mark(), Endpoints());
        EraseOrder wanted = order();
        QVERIFY(eraser.remember(wanted).ok());
        bool ended = false;
        eraser.begin(std::move(wanted), m_upload, [&](const EraseReport &) { ended = true; });
        QVERIFY(eraser.isErasing());
        QTRY_COMPARE(m_upload.wire.paths, QStringList{u"/v1/basic/erase"_s});
        m_upload.wire.reply(202, "{}");
        QTRY_VERIFY(ended);
        QVERIFY(!eraser.isErasing());
    }
};

QTEST_GUILESS_MAIN(TestReceiptEraser)
#include "tst_receipteraser.moc"
