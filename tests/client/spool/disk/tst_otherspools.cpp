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
    int elsewhere(const Event &event)
    {
        const QString name = u"own"_s;
        int found = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(file(name));
            if (!database.open())
                qFatal("can't open the spool");
            found = eventsElsewhere(file(name), database, event).value();
        }
        QSqlDatabase::removeDatabase(name);
        return found;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void countsWhatOnlyOtherEnvironmentsHave()
    {
        record(u"own"_s, {plugin(1), plugin(2)});
        QCOMPARE(elsewhere(plugin(9)), 0);
        record(u"other"_s, {plugin(2), plugin(3), plugin(4)});
        record(u"third"_s, {plugin(4), plugin(5)});
        QCOMPARE(elsewhere(plugin(9)), 3); // 3, 4 and 5: each once, and without what is here
        QCOMPARE(elsewhere(plugin(3)), 2); // nor itself
    }
    void tellsWhetherThereIsAnother()
    {
        record(u"own"_s, {});
        QVERIFY(!hasOtherSpools(file(u"own"_s)));
        record(u"other"_s, {});
        QVERIFY(hasOtherSpools(file(u"own"_s)));
    }
    void otherTopicsAndWeeksDoNotCount()
    {
        record(u"own"_s, {plugin(1)});
        Event earlier = plugin(2);
        earlier.week = earlier.week.plusWeeks(-1);
        record(u"other"_s, {earlier, TestSupport::event(u"command", TestSupport::command(u"napari.x"_s, u"1"_s))});
        QCOMPARE(elsewhere(plugin(9)), 0);
    }
    void whatCanNotBeReadIsEmptyAndStaysAsItIs()
    {
        record(u"own"_s, {plugin(1)});
        const QByteArray content("no database");
        QFile damaged(file(u"damaged"_s));
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.write(content) > 0 && damaged.flush());
        QCOMPARE(elsewhere(plugin(9)), 0);
        QVERIFY(damaged.seek(0));
        QCOMPARE(damaged.readAll(), content);
    }
};

QTEST_GUILESS_MAIN(TestOtherSpools)
#include "tst_otherspools.moc"
