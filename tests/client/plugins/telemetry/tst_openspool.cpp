#include "client/plugins/telemetry/openspool.h"

#include "support/spoolfolder.h"

#include <QFile>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOpenSpool : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::SpoolFolder> m_place;

    Result<std::unique_ptr<OpenSpool>> open(Level level)
    {
        return OpenSpool::open(
            ConsentGate::forTest(level),
            ClientPlace{m_place->files(),
                        {},
                        HostFacts::ofThisComputer(m_place->host.napariVersion, m_place->host.pythonVersion)},
            {}, TestSupport::dictionary(), m_place->clock);
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
        m_place = std::make_unique<TestSupport::SpoolFolder>();
        QVERIFY(m_place->isMade);
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
        QVERIFY(HeldTopicsFile(ClientFiles(m_place->host).held()).setHeld(u"layer-data"_s, true).ok());
        QVERIFY(!opened.value()->makeFilter().value()->countsLayers());
        const TopicDefinition *layers = TestSupport::dictionary().topic(u"layer-data");
        QVERIFY(opened.value()->sendable().record(TestSupport::event(layers->topic, layers->example)).ok());
        QCOMPARE(topics(*opened.value()), QStringList());
    }
    void whenNobodyKnowsWhatIsHeldThereIsNoFilter()
    {
        const auto opened = open(Level::Full);
        QVERIFY(opened.ok());
        QFile file(ClientFiles(m_place->host).held());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[") > 0);
        file.close();
        QVERIFY(!opened.value()->makeFilter().ok());
    }
    void aFolderThatIsNoFolderIsAnError()
    {
        m_place->host.dataFolder = m_place->folder.filePath(u"file"_s);
        QFile file(m_place->host.dataFolder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!open(Level::Basic).ok());
    }
};

QTEST_GUILESS_MAIN(TestOpenSpool)
#include "tst_openspool.moc"
