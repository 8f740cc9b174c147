#include "client/collect/userecorder.h"

#include "client/sources/usefilter.h"
#include "client/spool/disk/usejournal.h"
#include "client/spool/useline.h"
#include "contract/limits.h"
#include "support/grants.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QTemporaryDir>

#include <limits>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kept = UseRecorder::Kept;

namespace {

const QByteArray machine("machine");

EventMaker maker(QStringView weekName = u"2026-W47", Level level = Level::Full)
{
    const Week week = TestSupport::week(weekName);
    return {ConsentGate::forTest(level), TestSupport::dictionary(), TestSupport::publicStrings(),
            Identity{week, QByteArray(32, 's'), {{week, 1}}}, machine};
}

} // namespace

class TestUseRecorder : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UseRecorder> m_uses;
    std::shared_ptr<UseJournal> m_journal;
    const std::shared_ptr<const UseFilter> m_filter = std::make_shared<const UseFilter>(
        TestSupport::dictionary(), TestSupport::publicStrings(), QList<InstalledPlugin>());
    FixedClock *m_clock = nullptr; ///< owned by m_uses
    int m_stale = 0;

    [[nodiscard]] QString file() const { return m_folder->filePath(u"spool.sqlite"_s); }
    int start()
    {
        return m_uses->start([this] { ++m_stale; });
    }
    void open(int session, QStringView week = u"2026-W47")
    {
        m_uses->open(session, m_journal, maker(week), m_filter, TestSupport::week(week));
    }
    /// The weeks of the uses in the journal, in order.
    [[nodiscard]] QStringList weeks() const
    {
        QStringList all;
        for (const Event &event : usesOf(written()).uses)
            all.append(event.week().toString());
        return all;
    }
    [[nodiscard]] QByteArray written() const
    {
        QByteArray all;
        for (const QByteArray &bytes : TestSupport::tree(m_folder->path()))
            all += bytes;
        return all;
    }
private Q_SLOTS:
    void init()
    {
        m_stale = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        m_journal = UseJournal::open(file(), [] {}).value();
        auto clock = std::make_unique<FixedClock>(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
        m_clock = clock.get();
        m_uses = std::make_unique<UseRecorder>(std::move(clock));
    }
    void cleanup()
    {
        m_uses.reset();
        m_journal.reset();
    }

    void aUseIsInTheFileWhenTheCallReturns()
    {
        open(start());
        const int number = m_uses->commandNumber(u"napari.layer.duplicate"_s);
        QVERIFY(m_uses->use(number) == Kept::Yes);
        QCOMPARE(written().count("napari.layer.duplicate"), 1);
        QVERIFY(m_uses->use(number) == Kept::Yes);
        QCOMPARE(written().count("napari.layer.duplicate"), 1); // in a few bytes
        QCOMPARE(weeks(), (QStringList{u"2026-W47"_s, u"2026-W47"_s}));
    }
    void aLayerIsMadeCoarseBeforeItIsWritten()
    {
        open(start());
        const int number = m_uses->layerNumber({u"image"_s, u"mylab_arrays.core"_s, u"uint16"_s, 3, 123456});
        QVERIFY(m_uses->use(number) == Kept::Yes);
        const QByteArray all = written();
        QVERIFY(all.contains("\"layer_type\":\"image\"") && all.contains("\"array_type\":\"other\""));
        QVERIFY(!all.contains("mylab") && !all.contains("123456"));
    }
    void whatIsNotPublicIsNeverWritten()
    {
        open(start());
        for (const QString &command :
             {u"mylab-secret.open"_s, u"napari.made_up"_s, u"napari-svg.not_in_its_manifest"_s})
            QVERIFY(m_uses->use(m_uses->commandNumber(command)) == Kept::No);
        QCOMPARE(written(), QByteArray());
    }
    void belowFullNothingIsWritten()
    {
        m_uses->open(start(), m_journal, maker(u"2026-W47", Level::Middle), m_filter, TestSupport::week(u"2026-W47"));
        QVERIFY(m_uses->use(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s)) == Kept::No);
        QCOMPARE(written(), QByteArray());
    }
    void theSameThingHasTheSameNumber()
    {
        const int number = m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        QCOMPARE(m_uses->commandNumber(u"napari.canvas.toggle_axes"_s), number);
        QVERIFY(m_uses->commandNumber(u"napari.layer.duplicate"_s) != number);
        QVERIFY(m_uses->layerNumber({u"image"_s, u"numpy"_s, u"uint8"_s, 2, 10}) != number);
    }
    void aNumberThatWasNotGivenIsNotKept_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("negative") << -1;
        QTest::newRow("too great") << 1;
        QTest::newRow("greatest") << std::numeric_limits<int>::max();
    }
    void aNumberThatWasNotGivenIsNotKept()
    {
        QFETCH(int, number);
        open(start());
        (void)m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        QVERIFY(m_uses->use(number) == Kept::No);
        QCOMPARE(written(), QByteArray());
    }
    void whatNoMoreCanChangeIsNotWritten()
    {
        open(start());
        const int number = m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        for (int i = 0; i < 150; ++i)
            QVERIFY(m_uses->use(number) == Kept::Yes);
        QCOMPARE(written().count('\n'), 100);
    }
    void unwantedUsesAreDropped()
    {
        const int number = m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        QVERIFY(m_uses->use(number) == Kept::No);
        const int session = start();
        QVERIFY(m_uses->use(number) == Kept::Later);
        m_uses->stop();
        QVERIFY(m_uses->use(number) == Kept::No);
        open(session); // the worker was slower than the withdrawal
        QVERIFY(m_uses->use(number) == Kept::No);
        open(start());
        QCOMPARE(written(), QByteArray());
    }
    void whatComesBeforeTheWorkerIsReadyWaits()
    {
        const int session = start();
        const int number = m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        QVERIFY(m_uses->use(number) == Kept::Later);
        QVERIFY(m_uses->use(number) == Kept::Later);
        QCOMPARE(written(), QByteArray());
        open(session);
        QCOMPARE(written().count('\n'), 2);
    }
    void whatWaitsHasALimit()
    {
        (void)start();
        const int number = m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        for (qsizetype i = 0; i < Limits::countedThings; ++i)
            QVERIFY(m_uses->use(number) == Kept::Later);
        QVERIFY(m_uses->use(number) == Kept::No);
    }
    void aUseIsOfTheWeekThatTheClockShows()
    {
        const int session = start();
        open(session);
        const int number = m_uses->commandNumber(u"napari.canvas.toggle_axes"_s);
        m_clock->set(QDateTime(QDate(2026, 11, 22), QTime(23, 59, 59, 999), Qt::UTC));
        QVERIFY(m_uses->use(number) == Kept::Yes);
        m_clock->set(QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
        QVERIFY(m_uses->use(number) == Kept::Later);
        QVERIFY(m_uses->use(number) == Kept::Later);
        QCOMPARE(m_stale, 1);
        QCOMPARE(weeks(), QStringList{u"2026-W47"_s});
        open(session, u"2026-W48");
        QCOMPARE(weeks(), (QStringList{u"2026-W47"_s, u"2026-W48"_s, u"2026-W48"_s}));
        m_clock->set(QDateTime(QDate(2026, 11, 22), QTime(23, 0), Qt::UTC)); // put back
        QVERIFY(m_uses->use(number) == Kept::Later);
        QCOMPARE(m_stale, 2);
    }
};

QTEST_GUILESS_MAIN(TestUseRecorder)
#include "tst_userecorder.moc"
