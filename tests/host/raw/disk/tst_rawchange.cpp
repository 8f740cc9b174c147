#include "host/raw/disk/rawchange.h"

#include "host/raw/disk/rawfile.h"
#include "sqlite/disk/sqlitefile.h"
#include "support/events.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

/// One transaction, without the store around it; what a store makes of it is in tst_rawstore.
class TestRawChange : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteFile> m_file;

    [[nodiscard]] const QSqlDatabase &database() const { return m_file->connection(); }
    [[nodiscard]] qint64 number(const QString &sql) const { return sqlNumber(database(), sql).value(); }
    static StoreRequest erase(const Event &event)
    {
        return {{}, {{TestSupport::dictionary().topic(event.topic)->level, event.period, event.reporter}}};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::move(RawFile::openToWrite(m_folder->filePath(u"raw.sqlite"_s), u"change"_s)).value();
    }
    void cleanup() { m_file.reset(); }

    void tellsWhatItDidToTheFacts()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        RawChange change(TestSupport::dictionary(), facts);
        QVERIFY(change.prepare(database()).ok());
        const Event mine = eventOf(u"plugin"_s);
        QCOMPARE(change.carryOut({{{mine, eventOf(u"plugin"_s, 'b')}, {}}}).value(),
                 QList<StoreOutcome>({{2, {0, 1}, {}}}));
        QCOMPARE(change.changes().values(), QList<qint64>{2}); // one fact
        QVERIFY(change.wroteRows());
        facts.committed(change.changes());
        QVERIFY(change.carryOut({erase(mine)}).ok());
        QCOMPARE(change.changes().values(), QList<qint64>{-1});
        QVERIFY(change.wroteRows());
        // What it did before is forgotten.
        QVERIFY(change.carryOut({{}}).ok());
        QVERIFY(change.changes().isEmpty());
        QVERIFY(!change.wroteRows());
        QCOMPARE(number(u"SELECT count(*) FROM events"_s), 1);
    }
    void backAndForthInOneTransactionIsNothing()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        RawChange change(TestSupport::dictionary(), facts);
        QVERIFY(change.prepare(database()).ok());
        const Event mine = eventOf(u"plugin"_s);
        QVERIFY(change.carryOut({{{mine}, {}}, erase(mine)}).ok());
        QVERIFY(change.changes().isEmpty());
        QCOMPARE(number(u"SELECT count(*) FROM events"_s), 0);
    }
    /// Somebody asks to erase what is not there: its neighbour is written, and stays what it was.
    void theNeighbourOfWhatIsErasedStays_data()
    {
        QTest::addColumn<char>("neighbour");
        QTest::newRow("after it") << 'b';
        QTest::newRow("before it") << 'A';
    }
    void theNeighbourOfWhatIsErasedStays()
    {
        QFETCH(char, neighbour);
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        RawChange change(TestSupport::dictionary(), facts);
        QVERIFY(change.prepare(database()).ok());
        const Event other = eventOf(u"plugin"_s, neighbour);
        QVERIFY(change.carryOut({{{other}, {}}}).ok());
        facts.committed(change.changes());
        QVERIFY(change.carryOut({erase(eventOf(u"plugin"_s, 'a'))}).ok());
        QVERIFY(change.changes().isEmpty());
        QCOMPARE(number(u"SELECT count(*) FROM event WHERE topic = 'plugin'"_s), 1); // with its fact
    }
    void anEventOfNoKnownTopicIsNoDamage()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        RawChange change(TestSupport::dictionary(), facts);
        QVERIFY(change.prepare(database()).ok());
        Event unknown = eventOf(u"plugin"_s);
        unknown.topic = u"unknown"_s;
        QCOMPARE(change.carryOut({{{unknown}, {}}}).error().code, Error::Code::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestRawChange)
#include "tst_rawchange.moc"
