#include "client/plugins/telemetry/spoolsession.h"

#include "client/collect/userecorder.h"
#include "client/spool/disk/usesegment.h"
#include "support/spoolfolder.h"
#include "support/values.h"

#include <QFile>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Folded = SpoolSession::Folded;

class TestSpoolSession : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::SpoolFolder> m_place;
    std::shared_ptr<UseRecorder> m_uses;
    std::unique_ptr<SpoolSession> m_session;
    int m_news = 0;

    void make(Level level) { make(level, ConsentGate::forTest(level)); }
    void make(Level level, const Grant &grant)
    {
        m_uses = std::make_shared<UseRecorder>(std::make_unique<FixedClock>(m_place->clock.now()));
        const int uses = level >= Level::Full ? m_uses->start([] {}) : 0;
        m_session = std::make_unique<SpoolSession>(
            SpoolSession::Setup{grant, {}, uses},
            ClientPlace{m_place->files(), {}, HostFacts::ofThisComputer(u"0.9.2"_s, u"3.12.1"_s)},
            TestSupport::dictionary(), m_place->clock, m_uses, [this] { ++m_news; });
    }
    void use(int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(m_uses->use(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s)), UseRecorder::Kept::Yes);
    }
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }
    QStringList topics() const
    {
        QStringList found;
        for (const SpooledEvent &event : m_session->open().spool().events().value())
            found.append(event.event.topic);
        found.sort();
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TestSupport::SpoolFolder>();
        QVERIFY(m_place->isMade);
        m_news = 0;
    }
    void cleanup() { m_session.reset(); }
    void opensNothingBeforeItIsPrepared()
    {
        make(Level::Full);
        QVERIFY(!m_session->isOpen());
        QVERIFY(!QFile::exists(m_place->files().spool()));
    }
    void belowFullNoUseIsCountedAndNoJournalKept()
    {
        QVERIFY(UseSegment::make(m_place->files().spool()).ok()); // of an earlier start, at full
        make(Level::Basic);
        QVERIFY(m_session->prepare().ok());
        QVERIFY(m_session->isOpen() && !m_session->countsUses());
        QCOMPARE(UseSegment::filesOf(m_place->files().spool()), QStringList());
        QCOMPARE(topics(), sorted(TestSupport::topicsUpTo(Level::Basic)));
    }
    void usesAreToldOfOnceAndCounted()
    {
        make(Level::Full);
        QVERIFY(m_session->prepare().ok());
        use(3);
        QCOMPARE(m_news, 1);
        QCOMPARE(m_session->fold().value(), Folded::Changed);
        QCOMPARE(topics(), sorted(TestSupport::topicsUpTo(Level::Basic) + QStringList{u"command"_s}));
        QCOMPARE(m_session->fold().value(), Folded::Same);
        use();
        QCOMPARE(m_news, 2);
    }
    void preparingAgainChangesNothing()
    {
        make(Level::Full);
        QVERIFY(m_session->prepare().ok());
        use();
        QVERIFY(m_session->prepare().ok());
        QCOMPARE(m_session->fold().value(), Folded::Changed);
    }
    void aLostFileIsToldAndNothingIsLostOfWhatWaits()
    {
        make(Level::Full);
        QVERIFY(m_session->prepare().ok());
        use();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_place->files().spool() + suffix);
        QCOMPARE(m_session->fold().value(), Folded::Lost);
        QVERIFY(m_session->reopen().ok());
        QCOMPARE(m_session->fold().value(), Folded::Changed);
        QVERIFY(topics().contains(u"command"_s));
    }
    void whatIsHeldIsNotCountedFromThenOn()
    {
        make(Level::Full);
        QVERIFY(m_session->prepare().ok());
        QVERIFY(HeldTopicsFile(m_place->files().held()).setHeld(u"command"_s, true).ok());
        QVERIFY(m_session->followHeldTopics().ok());
        QCOMPARE(m_uses->use(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s)), UseRecorder::Kept::No);
    }
    void whenNobodyKnowsWhatIsHeldNothingIsCountedUntilItIsKnown()
    {
        QFile file(m_place->files().held());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[") > 0);
        file.close();
        make(Level::Full);
        QVERIFY(!m_session->prepare().ok());
        QVERIFY(!m_session->countsUses());
        QVERIFY(!m_session->prepare().ok()); // nor at the next try
        QCOMPARE(m_uses->use(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s)), UseRecorder::Kept::Later);
        QVERIFY(file.remove());
        QVERIFY(m_session->prepare().ok());
        QVERIFY(m_session->countsUses());
        QCOMPARE(m_session->fold().value(), Folded::Changed); // what waited in memory
    }
    void deletingTakesWhatWaitsToo()
    {
        make(Level::Full);
        QVERIFY(m_session->prepare().ok());
        use();
        QVERIFY(m_session->deleteUnsent().ok());
        QCOMPARE(topics(), QStringList());
        QCOMPARE(m_session->fold().value(), Folded::Same);
        use(); // counting goes on
        QCOMPARE(m_session->fold().value(), Folded::Changed);
    }
    void usesFromBeforeANoAreNotCounted()
    {
        const QDateTime first(QDate(2026, 11, 16), QTime(10, 0), Qt::UTC);
        for (const int days : {0, 0, 1}) { // two starts, and one after a no and another yes
            make(Level::Full, ConsentGate::forTest(Level::Full, first.addDays(days)));
            QVERIFY(m_session->prepare().ok());
            if (days == 0)
                use(3);
            else
                QCOMPARE(m_session->fold().value(), Folded::Same);
            m_session.reset(); // as a napari that is killed: the uses are in the journal
        }
    }
};

QTEST_GUILESS_MAIN(TestSpoolSession)
#include "tst_spoolsession.moc"
