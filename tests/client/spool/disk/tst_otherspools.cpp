#include "client/spool/disk/otherspools.h"

#include "client/spool/disk/spooldatabase.h"
#include "client/spool/disk/sqlitespool.h"
#include "support/grants.h"
#include "support/values.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestOtherSpools : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const QString &name) { return m_folder->filePath(u"spool-%1.sqlite"_s.arg(name)); }
    static Event plugin(int i)
    {
        return TestSupport::event(u"plugin", TestSupport::plugin(u"napari-plugin-%1"_s.arg(i), u"1.0"_s));
    }
    void record(const QString &name, const QList<Event> &events)
    {
        const auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file(name));
        QVERIFY(spool.ok());
        for (const Event &event : events)
            QVERIFY(spool.value()->record(event).ok());
    }
    /// Asked by the environment "own".
    KnownFacts known(const Event &event, const QByteArray &fact = {})
    {
        const QString name = u"own"_s;
        KnownFacts found;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(file(name));
            if (!database.open())
                qFatal("can't open the spool");
            found = knownFacts(file(name), database, event, fact).value();
        }
        QSqlDatabase::removeDatabase(name);
        return found;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void knowsWhatAllEnvironmentsHave()
    {
        record(u"own"_s, {plugin(1), plugin(2)});
        QCOMPARE(known(plugin(9)).size(), 2);
        record(u"other"_s, {plugin(2), plugin(3), plugin(4)});
        record(u"third"_s, {plugin(4), plugin(5)});
        QCOMPARE(known(plugin(9)).size(), 5); // each once
    }
    void knowsWhoReportedAFact()
    {
        record(u"own"_s, {plugin(1)});
        const Event later =
            TestSupport::event(u"plugin", TestSupport::plugin(u"napari-plugin-2"_s, u"1.1"_s), u"2026-W48");
        record(u"other"_s, {later});
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"plugin");
        const KnownFacts facts = known(plugin(2));
        QCOMPARE(facts.value(factOf(topic, plugin(2), {})), QSet<QByteArray>{later.reporter.bytes()});
        QCOMPARE(facts.size(), 2);
    }
    void doesNotOpenTheOthersForWhatIsRecordedHere()
    {
        const Event later =
            TestSupport::event(u"plugin", TestSupport::plugin(u"napari-plugin-1"_s, u"1.0"_s), u"2026-W48");
        record(u"own"_s, {plugin(1)});
        record(u"other"_s, {plugin(2)});
        const QByteArray fact = factOf(*TestSupport::dictionary().topic(u"plugin"), plugin(1), {});
        QCOMPARE(known(later, fact).size(), 1);
        QCOMPARE(known(plugin(1), fact).size(), 2); // its own event alone says nothing
        QCOMPARE(known(later).size(), 2);
    }
    void tellsWhetherThereIsAnother()
    {
        record(u"own"_s, {});
        QVERIFY(!hasOtherSpools(file(u"own"_s)));
        record(u"other"_s, {});
        QVERIFY(hasOtherSpools(file(u"own"_s)));
    }
    void otherTopicsAndMonthsDoNotCount()
    {
        record(u"own"_s, {plugin(1)});
        const Event earlier =
            TestSupport::event(u"plugin", TestSupport::plugin(u"napari-plugin-2"_s, u"1.0"_s), u"2026-W44");
        record(u"other"_s, {earlier, TestSupport::event(u"command", TestSupport::command(u"napari.x"_s, u"1"_s))});
        QCOMPARE(known(plugin(9)).size(), 1);
    }
    void whatCanNotBeReadIsEmptyAndStaysAsItIs()
    {
        record(u"own"_s, {plugin(1)});
        const QByteArray content("no database");
        QFile damaged(file(u"damaged"_s));
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.write(content) > 0 && damaged.flush());
        QCOMPARE(known(plugin(9)).size(), 1);
        QVERIFY(damaged.seek(0));
        QCOMPARE(damaged.readAll(), content);
    }
};

QTEST_GUILESS_MAIN(TestOtherSpools)
#include "tst_otherspools.moc"
