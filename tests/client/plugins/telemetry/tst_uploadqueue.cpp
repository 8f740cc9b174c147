#include "client/plugins/telemetry/uploadqueue.h"

#include "support/fakeupload.h"
#include "support/grants.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestUploadQueue : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<UploadQueue> m_queue;
    TestSupport::FakeUpload m_upload;
    QStringList m_heard;

    static EraseOrder order() { return {ConsentGate::eraseForTest()}; }
    static void expectFailure()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the upload plugin can't be used: "_s));
    }

private Q_SLOTS:
    void init()
    {
        m_queue = std::make_unique<UploadQueue>();
        m_heard.clear();
        const auto hear = [this](auto signal, const QString &word) {
            connect(m_queue.get(), signal, this, [this, word] { m_heard.append(word); });
        };
        hear(&UploadQueue::uploadWanted, u"wanted"_s);
        hear(&UploadQueue::attached, u"attached"_s);
        hear(&UploadQueue::sendReady, u"send"_s);
        hear(&UploadQueue::dueReady, u"due"_s);
        hear(&UploadQueue::eraseReady, u"erase"_s);
        hear(&UploadQueue::notSent, u"not sent"_s);
        hear(&UploadQueue::eraseFailed, u"erase failed"_s);
    }
    void nothingAsksForThePluginBeforeItIsNeeded() { QCOMPARE(m_heard, QStringList()); }
    void whatWaitsIsHandedOutTheErasingFirst()
    {
        m_queue->send();
        m_queue->sendDue();
        m_queue->erase(order());
        QCOMPARE(m_heard, QStringList({u"wanted"_s, u"wanted"_s, u"wanted"_s}));
        m_heard.clear();
        m_queue->attach(&m_upload);
        QCOMPARE(m_heard, QStringList({u"attached"_s, u"erase"_s, u"send"_s, u"due"_s}));
        QVERIFY(m_upload.watched);
        QVERIFY(m_queue->takeErasing().has_value());
        QVERIFY(!m_queue->takeErasing().has_value()); // once
        m_heard.clear();
        m_queue->send();
        QCOMPARE(m_heard, QStringList{u"send"_s});
    }
    void withoutAGrantNoSendingWaitsButAnErasingDoes()
    {
        m_queue->send();
        m_queue->sendDue();
        m_queue->erase(order());
        m_queue->forgetSendings();
        m_heard.clear();
        m_queue->attach(&m_upload);
        QCOMPARE(m_heard, QStringList({u"attached"_s, u"erase"_s}));
    }
    void aSendingThatWaitsCanBeStopped()
    {
        m_queue->send();
        QVERIFY(m_queue->cancelSending());
        QVERIFY(!m_queue->cancelSending());
        m_heard.clear();
        m_queue->attach(&m_upload);
        QCOMPARE(m_heard, QStringList{u"attached"_s});
    }
    void aPluginThatCanNotBeUsedIsSaidOnce_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("loading failed") << false;
        QTest::newRow("another plugin came") << true;
    }
    void aPluginThatCanNotBeUsedIsSaidOnce()
    {
        QFETCH(bool, another);
        QSignalSpy notSent(m_queue.get(), &UploadQueue::notSent);
        m_queue->send();
        m_queue->sendDue();
        m_queue->erase(order());
        m_heard.clear();
        expectFailure();
        QObject other;
        if (another)
            m_queue->attach(&other);
        else
            m_queue->fail(u"no such file"_s);
        QCOMPARE(m_heard, QStringList({u"erase failed"_s, u"not sent"_s}));
        QCOMPARE(notSent.first().first().toString().contains("no such file"_L1), !another);
        m_heard.clear();
        m_queue->sendDue(); // of its own accord never again
        QCOMPARE(m_heard, QStringList());
        m_queue->send(); // the user may try
        QCOMPARE(m_heard, QStringList{u"wanted"_s});
    }
};

QTEST_GUILESS_MAIN(TestUploadQueue)
#include "tst_uploadqueue.moc"
