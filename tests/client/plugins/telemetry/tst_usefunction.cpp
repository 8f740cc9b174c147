#include "client/plugins/telemetry/usefunction.h"

#include "client/collect/userecorder.h"
#include "client/sources/usefilter.h"
#include "client/spool/disk/usejournal.h"
#include "support/grants.h"
#include "support/values.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <new>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kept = UseRecorder::Kept;

class TestUseFunction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isThatOfTheOneRecorder()
    {
        QCOMPARE(usesOfProcess().get(), usesOfProcess().get());
        const int number = usesOfProcess()->commandNumber(u"napari.x"_s);
        QCOMPARE(useOfProcess(number), int(Kept::No)); // not wanted yet
        (void)usesOfProcess()->start([] {});
        QCOMPARE(useOfProcess(number), int(Kept::Later));
        usesOfProcess()->stop();
        QCOMPARE(useOfProcess(number), int(Kept::No));
    }
    void aNumberThatNobodyGaveIsNotKept_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("none") << -1;
        QTest::newRow("the next") << 1000;
        QTest::newRow("the greatest") << std::numeric_limits<int>::max();
        QTest::newRow("the least") << std::numeric_limits<int>::min();
    }
    void aNumberThatNobodyGaveIsNotKept()
    {
        QFETCH(int, number);
        (void)usesOfProcess()->start([] {});
        QCOMPARE(useOfProcess(number), int(Kept::No));
        usesOfProcess()->stop();
    }
    void noExceptionGetsOut()
    {
        const QTemporaryDir folder;
        const int number = usesOfProcess()->commandNumber(u"napari.y"_s);
        int thrown = 0;
        const int session = usesOfProcess()->start([&thrown] {
            ++thrown;
            throw std::bad_alloc();
        });
        // The week is over, so the next use says so.
        const Week past = TestSupport::week(u"2020-W01");
        const EventMaker maker(ConsentGate::forTest(Level::Full), TestSupport::dictionary(),
                               TestSupport::publicStrings(), Identity{past, QByteArray(32, 's'), {{past, 1}}},
                               "machine");
        usesOfProcess()->open(session, UseJournal::open(folder.filePath(u"spool.sqlite"_s), [] {}).value(), maker,
                              std::make_shared<const UseFilter>(TestSupport::dictionary(), TestSupport::publicStrings(),
                                                                QList<InstalledPlugin>()),
                              past);
        QCOMPARE(useOfProcess(number), int(Kept::No));
        QCOMPARE(thrown, 1);
        usesOfProcess()->stop();
    }
};

QTEST_APPLESS_MAIN(TestUseFunction)
#include "tst_usefunction.moc"
