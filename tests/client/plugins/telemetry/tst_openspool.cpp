#include "client/plugins/telemetry/openspool.h"

#include "client/spool/disk/environmentsfile.h"
#include "support/spoolfolder.h"
#include "support/values.h"

#include <QFile>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOpenSpool : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::SpoolFolder> m_place;

    const QDateTime m_first{QDate(2026, 11, 16), QTime(10, 0), Qt::UTC};

    Result<std::unique_ptr<OpenSpool>> open(Level level) { return openWith(ConsentGate::forTest(level)); }
    Result<std::unique_ptr<OpenSpool>> openWith(const Grant &grant)
    {
        return OpenSpool::open(
            grant,
            ClientPlace{m_place->files(),
                        {},
                        HostFacts::ofThisComputer(m_place->host.napariVersion, m_place->host.pythonVersion)},
            {}, TestSupport::dictionary(), m_place->clock);
    }
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
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
        QCOMPARE(topics(*opened.value()), sorted(TestSupport::topicsUpTo(Level::Basic)));
    }
    void theFirstEventsSaySoAndAComputerIsAPerson_data()
    {
        QTest::addColumn<bool>("sharedHome");
        QTest::newRow("each computer") << false;
        QTest::newRow("shared home") << true;
    }
    /// With a shared home, all computers are one in the list of what was counted.
    void theFirstEventsSaySoAndAComputerIsAPerson()
    {
        QFETCH(bool, sharedHome);
        const auto opened = openWith(ConsentGate::forTest(Level::Basic, {}, {}, sharedHome));
        QVERIFY(opened.value()->recorder().recordWeek().ok());
        const QString folder = m_place->files().folder();
        const Seen seen = SeenFile(folder, {}).read().value();
        int named = 0;
        for (const SpooledEvent &spooled : opened.value()->spool().events().value()) {
            const Event &event = spooled.event;
            QCOMPARE(event.firstIn, TestSupport::dictionary().topic(event.topic)->firstIn);
            if (!event.firstIn)
                continue;
            ++named;
            const bool isAny = seen.computerOf(event, u"nobody"_s) == SeenFile(folder, {}).computer().value();
            QCOMPARE(isAny, sharedHome);
            QVERIFY(seen.computerOf(event, u"nobody"_s) != u"nobody"_s);
        }
        QCOMPARE(named, 2);
    }
    void whatIsAboveTheGrantGoesFirst()
    {
        {
            const auto full = open(Level::Full);
            QVERIFY(full.ok());
            for (const TopicDefinition &topic : TestSupport::dictionary().topics())
                QVERIFY(full.value()->sendable().record(TestSupport::event(topic.topic, topic.example)).ok());
        }
        QCOMPARE(topics(*open(Level::Middle).value()), sorted(TestSupport::topicsUpTo(Level::Middle)));
    }
    void aHeldTopicIsNeitherRecordedNorCounted()
    {
        const auto opened = open(Level::Full);
        QVERIFY(opened.ok());
        QVERIFY(opened.value()->makeFilter().value()->keeps(u"layer-size"_s));
        QVERIFY(HeldTopicsFile(ClientFiles(m_place->host).held()).setHeld(u"layer-size"_s, true).ok());
        QVERIFY(!opened.value()->makeFilter().value()->keeps(u"layer-size"_s));
        const TopicDefinition *layers = TestSupport::dictionary().topic(u"layer-size");
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
    void whatIsOlderThanANoGoesFirst_data()
    {
        QTest::addColumn<QList<Grant::Step>>("steps");
        QTest::addColumn<QStringList>("left");
        const QDateTime first = m_first;
        const QStringList all = sorted(TestSupport::topicsUpTo(Level::Full));
        QTest::newRow("the same answer") << QList<Grant::Step>{{Level::Full, first}} << all;
        QTest::newRow("another yes since")
            << QList<Grant::Step>{{Level::Full, first}, {Level::Full, first.addDays(1)}} << all;
        QTest::newRow("a no since") << QList<Grant::Step>{{Level::Full, first.addDays(1)}} << QStringList();
        QTest::newRow("less for a while") << QList<Grant::Step>{{Level::Full, first},
                                                                {Level::Basic, first.addDays(1)},
                                                                {Level::Full, first.addDays(2)}}
                                          << sorted(TestSupport::topicsUpTo(Level::Basic));
    }
    void whatIsOlderThanANoGoesFirst()
    {
        QFETCH(QList<Grant::Step>, steps);
        QFETCH(QStringList, left);
        {
            const auto before = openWith(ConsentGate::forTest(Level::Full, m_first));
            QVERIFY(before.ok());
            for (const TopicDefinition &topic : TestSupport::dictionary().topics())
                QVERIFY(before.value()->sendable().record(TestSupport::event(topic.topic, topic.example)).ok());
        }
        for (int start = 0; start < 2; ++start) { // nor does the next one change anything
            const auto opened = openWith(ConsentGate::forTest(Level::Full, steps.last().answered, steps));
            QVERIFY(opened.ok());
            QCOMPARE(topics(*opened.value()), left);
        }
    }
    void whatNobodyKnowsTheAnswerOfGoesToo()
    {
        QVERIFY(m_place->recordEachTopic().ok());
        QCOMPARE(topics(*openWith(ConsentGate::forTest(Level::Full, m_first)).value()), QStringList());
    }
    void theEnvironmentIsNotedForPeople()
    {
        QVERIFY(open(Level::Basic).ok());
        const auto known = EnvironmentsFile(m_place->files().environments()).read();
        QCOMPARE(known.value().value(m_place->files().key()), m_place->host.environment);
    }
};

QTEST_GUILESS_MAIN(TestOpenSpool)
#include "tst_openspool.moc"
