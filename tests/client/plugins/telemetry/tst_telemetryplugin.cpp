#include "client/plugins/telemetry/telemetryplugin.h"

#include "client/preview/widgets/previewwindow.h"
#include "support/fakeupload.h"
#include "support/grants.h"

#include <QDir>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// With its real worker thread, and no network.
class TestTelemetryPlugin : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestSupport::FakeUpload> m_upload;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<TelemetryPlugin> m_plugin;
    Activity m_activity;

    [[nodiscard]] QString dataFolder() const { return m_folder->filePath(u"data"_s); }
    void begin(Level level = Level::Basic)
    {
        m_plugin->start(ConsentGate::forTest(level, QDateTime::currentDateTimeUtc().addDays(-30)));
    }
    void openPreview()
    {
        ConsentStatus status;
        status.effective.level = Level::Basic;
        status.running = true;
        m_plugin->showStatus(status);
        m_plugin->showPreview(m_window.get());
    }
    QPushButton *sendButton()
    {
        const auto *window = m_window->findChild<PreviewWindow *>();
        return window ? window->findChild<QPushButton *>(u"sendButton"_s) : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("HOME", QFile::encodeName(m_folder->path())); // or a temporary folder is no place for events
        m_upload = std::make_unique<TestSupport::FakeUpload>();
        m_window = std::make_unique<QWidget>();
        m_activity = {};
        m_plugin = std::make_unique<TelemetryPlugin>();
        Host host;
        host.dataFolder = dataFolder();
        host.environment = u"env"_s;
        host.napariVersion = u"0.9.2"_s;
        host.pythonVersion = u"3.12.1"_s;
        m_plugin->setPlace(host, Endpoints());
        connect(m_plugin.get(), &TelemetryPlugin::activityChanged, this, [this](const QString &json) {
            if (const auto activity = activityFromJson(json.toUtf8()))
                m_activity = activity.value();
        });
    }
    void cleanup()
    {
        m_plugin.reset();
        m_window.reset();
    }
    void untilItIsStartedNothingIsMade()
    {
        m_plugin->pause();
        m_plugin->withdraw();
        m_plugin->deletePending();
        QCoreApplication::processEvents();
        QVERIFY(!QDir(dataFolder()).exists());
        QCOMPARE(m_plugin->commandNumber(u"napari.canvas.toggle_axes"_s) >= 0, true); // only a number
    }
    void aStartRecordsAndANoDeletes()
    {
        begin();
        QTRY_COMPARE(m_activity.pending, 5);
        m_plugin->withdraw();
        QTRY_COMPARE(m_activity.pending, 0);
    }
    void commandsAreWatchedAtFullOnly_data()
    {
        QTest::addColumn<Level>("level");
        QTest::addColumn<bool>("watched");
        QTest::newRow("middle") << Level::Middle << false;
        QTest::newRow("full") << Level::Full << true;
    }
    void commandsAreWatchedAtFullOnly()
    {
        QFETCH(Level, level);
        QFETCH(bool, watched);
        class NapariWindow : public QWidget
        {
        };
        QSignalSpy watching(m_plugin.get(), &TelemetryPlugin::watchingWanted);
        begin(level);
        QTRY_VERIFY(m_activity.pending > 0);
        QTRY_VERIFY(!watching.isEmpty());
        QCOMPARE(watching.last().first().toBool(), false);
        const auto number = m_plugin->commandNumber(u"napari.canvas.toggle_axes"_s);
        const auto use = reinterpret_cast<int (*)(int)>(m_plugin->useFunction());
        QTRY_COMPARE(use(number) == 1, watched);
    }
    void theRecordIsReadAgainBeforeASending()
    {
        QSignalSpy wanted(m_plugin.get(), &TelemetryPlugin::uploadWanted);
        m_plugin->setRecheck([this] { m_plugin->withdraw(); }); // a no that another process wrote
        begin();
        QTRY_COMPARE(m_activity.pending, 5);
        openPreview();
        QVERIFY(sendButton());
        QTRY_VERIFY(sendButton()->isEnabled());
        sendButton()->click();
        QCOMPARE(wanted.size(), 0); // no library of the network is even loaded
        QTRY_COMPARE(m_activity.pending, 0);
    }
    void theUploadPluginIsCalledForOnceAndSends()
    {
        QSignalSpy wanted(m_plugin.get(), &TelemetryPlugin::uploadWanted);
        begin();
        QTRY_COMPARE(m_activity.pending, 5);
        openPreview();
        QTRY_VERIFY(sendButton() && sendButton()->isEnabled());
        sendButton()->click();
        QCOMPARE(wanted.size(), 1);
        m_plugin->attachUpload(m_upload.get());
        QTRY_COMPARE(m_upload->wire.paths, QStringList{u"/v1/basic/events"_s});
    }
    void anErasingNeedsNoGrant()
    {
        QSignalSpy wanted(m_plugin.get(), &TelemetryPlugin::uploadWanted);
        m_plugin->eraseSent(ConsentGate::eraseForTest());
        m_plugin->eraseSent(ConsentGate::eraseForTest()); // one at a time
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_activity.erase, Activity::Erase::Running);
        m_plugin->attachUpload(m_upload.get());
        QTRY_COMPARE(m_activity.erase, Activity::Erase::Done); // there was nothing
        QVERIFY(!QDir(dataFolder() + "/telemetry"_L1).exists());
    }
    void anErasingThatCanNotBeDoneIsSaid()
    {
        m_plugin->eraseSent(ConsentGate::eraseForTest());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the upload plugin can't be used: no TLS"_s));
        m_plugin->uploadFailed(u"no TLS"_s);
        QCOMPARE(m_activity.erase, Activity::Erase::Failed);
        QVERIFY(m_activity.eraseDetail.contains("no TLS"_L1));
    }
};

QTEST_MAIN(TestTelemetryPlugin)
#include "tst_telemetryplugin.moc"
