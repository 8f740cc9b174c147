#include "plugins/telemetry/openspool.h"

#include "plugins/telemetry/spoolplace.h"
#include "support/grants.h"
#include "support/values.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOpenSpool : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Host m_host;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)}; // 2026-W47

    Result<std::unique_ptr<OpenSpool>> open(Level level)
    {
        return OpenSpool::open(ConsentGate::forTest(level), m_host, {}, TestSupport::dictionary(), m_clock);
    }
    static QStringList topics(const OpenSpool &open)
    {
        QStringList found;
        for (const SpooledEvent &event : open.spool().events().value())
            found.append(event.event.topic);
        found.sort();
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_host.dataFolder = m_folder->path();
        m_host.environment = u"env"_s;
        m_host.napariVersion = u"0.9.2"_s;
        m_host.pythonVersion = u"3.12.1"_s;
        QVERIFY(QDir().mkpath(telemetryFolder(m_host)));
    }
    void opensAndRecordsTheWeek()
    {
        const auto opened = open(Level::Basic);
        QVERIFY(opened.ok());
        QVERIFY(opened.value()->recorder().recordWeek().ok());
        QCOMPARE(topics(*opened.value()), QStringList{u"environment"_s});
    }
    void whatIsAboveTheGrantGoesFirst()
    {
        {
            const auto full = open(Level::Full);
            QVERIFY(full.ok());
            for (const TopicDefinition &topic : TestSupport::dictionary().topics())
                QVERIFY(full.value()->sendable().record(TestSupport::event(topic.topic, topic.example)).ok());
        }
        QCOMPARE(topics(*open(Level::Middle).value()), (QStringList{u"environment"_s, u"plugin"_s}));
    }
    void aHeldTopicIsNeitherRecordedNorCounted()
    {
        const auto opened = open(Level::Full);
        QVERIFY(opened.ok());
        QVERIFY(opened.value()->makeFilter().value()->countsLayers());
        QVERIFY(HeldTopicsFile(heldTopicsFile(m_host)).setHeld(u"layer-data"_s, true).ok());
        QVERIFY(!opened.value()->makeFilter().value()->countsLayers());
        const TopicDefinition *layers = TestSupport::dictionary().topic(u"layer-data");
        QVERIFY(opened.value()->sendable().record(TestSupport::event(layers->topic, layers->example)).ok());
        QCOMPARE(topics(*opened.value()), QStringList());
    }
    void whenNobodyKnowsWhatIsHeldThereIsNoFilter()
    {
        const auto opened = open(Level::Full);
        QVERIFY(opened.ok());
        QFile file(heldTopicsFile(m_host));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[") > 0);
        file.close();
        QVERIFY(!opened.value()->makeFilter().ok());
    }
    void aFolderThatIsNoFolderIsAnError()
    {
        m_host.dataFolder = m_folder->filePath(u"file"_s);
        QFile file(m_host.dataFolder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!open(Level::Basic).ok());
    }
};

QTEST_GUILESS_MAIN(TestOpenSpool)
#include "tst_openspool.moc"
