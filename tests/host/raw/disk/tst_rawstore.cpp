#include "host/raw/disk/rawstore.h"

#include "support/events.h"

#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

class TestRawStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;

    Result<std::unique_ptr<AbstractRawStore>> open(const QString &connection = u"raw"_s)
    {
        return RawStore::open(m_path, TestSupport::dictionary(), connection);
    }
    /// Rows of a query by a connection of its own, fields joined by a bar.
    QStringList read(const QString &sql)
    {
        QStringList rows;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
            database.setDatabaseName(m_path);
            if (!database.open())
                return {u"not open"_s};
            QSqlQuery query(sql, database);
            if (query.lastError().isValid())
                rows.append(query.lastError().text());
            while (query.next())
                rows.append(query.value(0).toString());
        }
        QSqlDatabase::removeDatabase(u"outside"_s);
        return rows;
    }
    static StoreRequest put(const QList<Event> &events) { return {events, {}}; }
    static StoreRequest erase(const Event &event) { return {{}, {{event.topic, event.period, event.reporter}}}; }
    static Event changed(Event event, const QString &field, const QJsonValue &value)
    {
        event.value[field] = value;
        return event;
    }
    static QString value(const QString &field)
    {
        return u"SELECT json_extract(value, '$.%1') FROM events"_s.arg(field);
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"raw.sqlite"_s);
    }
    /// Retries, environments and processes come in any order, and more than once.
    void everyOrderOfValuesEndsWithTheSameRow_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("napari") << u"napari"_s << u"napari_version"_s
                                << QStringList{u"dev"_s, u"0.9.2"_s, u"0.10.0"_s, u"0.9.2.post1"_s};
        QTest::newRow("plugin") << u"plugin"_s << u"version"_s
                                << QStringList{u"0.2.1"_s, u"0.2.10"_s, u"0.2"_s, u"0.2.0"_s};
        QTest::newRow("command") << u"command"_s << u"count_class"_s
                                 << QStringList{u"1"_s, u"2-9"_s, u"10-99"_s, u"100+"_s};
        QTest::newRow("architecture") << u"architecture"_s << u"cpu_architecture"_s
                                      << QStringList{u"i386"_s, u"x86_64"_s, u"arm64"_s, u"other"_s};
    }
    void everyOrderOfValuesEndsWithTheSameRow()
    {
        QFETCH(QString, topic);
        QFETCH(QString, field);
        QFETCH(QStringList, values);
        QList<int> order{0, 1, 2, 3};
        int turn = 0;
        const auto store = open();
        QVERIFY(store.ok());
        do {
            const char reporter = static_cast<char>('A' + turn++);
            for (const int i : order + order) {
                const Event event = changed(eventOf(topic, reporter), field, values[i]);
                QVERIFY(store.value()->commit({put({event})}).ok());
            }
        } while (std::next_permutation(order.begin(), order.end()));
        const QStringList found = read(u"SELECT value FROM events"_s);
        QCOMPARE(found.size(), 24);
        QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), 1);
        const QString greatest = topic == "napari"_L1         ? u"0.10.0"_s
                                 : topic == "plugin"_L1       ? u"0.2.10"_s
                                 : topic == "architecture"_L1 ? u"x86_64"_s // the last of the alphabet
                                                              : u"100+"_s;
        QVERIFY(found.first().contains(u'"' + greatest + u'"'));
    }
    void keepsWhatWasCommitted()
    {
        {
            const auto store = open();
            QVERIFY(store.ok());
            const auto outcomes = store.value()->commit(
                {put({eventOf(u"napari"_s)}), put({eventOf(u"plugin"_s), eventOf(u"plugin"_s, 'b')})});
            QCOMPARE(outcomes.value(), (QList<StoreOutcome>{{1, 0}, {2, 0}}));
        }
        QVERIFY(open().ok()); // again
        QCOMPARE(
            read(u"SELECT topic || '|' || hex(reporter) || '|' || period || '|' || value FROM events"_s),
            (QStringList{
                u"napari|61616161616161616161616161616161|2026-W47|{\"napari_version\":\"0.9.2\"}"_s,
                u"plugin|61616161616161616161616161616161|2026-11|{\"name\":\"napari-svg\",\"version\":\"0.2.1\"}"_s,
                u"plugin|62626262626262626262626262626262|2026-11|{\"name\":\"napari-svg\",\"version\":\"0.2.1\"}"_s}));
    }
    void storesNothingElse()
    {
        QVERIFY(open().ok());
        QCOMPARE(read(u"SELECT name FROM pragma_table_info('events')"_s),
                 (QStringList{u"topic"_s, u"reporter"_s, u"period"_s, u"value"_s, u"first_in"_s}));
        QCOMPARE(read(u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s), QStringList{u"events"_s});
        QVERIFY(read(u"SELECT rowid FROM events"_s).value(0).contains(u"no such column"_s));
    }
    void isDurableAndPrivate()
    {
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"napari"_s)})}).ok());
        QCOMPARE(read(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
        const auto mine =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QCOMPARE(QFile::permissions(m_path + suffix), mine);
        QSqlQuery query(u"PRAGMA synchronous"_s, QSqlDatabase::database(u"raw"_s));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 2); // FULL
    }
    void closesAnOpenFileForOthers()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        file.close();
        QVERIFY(open().ok());
        QVERIFY(!(QFile::permissions(m_path) & QFileDevice::ReadOther));
    }
    void mergesOneReporter_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QVariant>("first");
        QTest::addColumn<QVariant>("second");
        QTest::addColumn<QString>("merged");
        QTest::newRow("same") << u"plugin"_s << u"version"_s << QVariant(u"0.2.1"_s) << QVariant(u"0.2.1"_s)
                              << u"0.2.1"_s;
        QTest::newRow("greater") << u"plugin"_s << u"version"_s << QVariant(u"0.2.1"_s) << QVariant(u"0.10.0"_s)
                                 << u"0.10.0"_s;
        QTest::newRow("smaller") << u"plugin"_s << u"version"_s << QVariant(u"0.10.0"_s) << QVariant(u"0.2.1"_s)
                                 << u"0.10.0"_s;
        QTest::newRow("class") << u"command"_s << u"count_class"_s << QVariant(u"10-99"_s) << QVariant(u"2-9"_s)
                               << u"10-99"_s;
    }
    void mergesOneReporter()
    {
        QFETCH(QString, topic);
        QFETCH(QString, field);
        QFETCH(QVariant, first);
        QFETCH(QVariant, second);
        QFETCH(QString, merged);
        const auto store = open();
        const Event a = changed(eventOf(topic), field, QJsonValue::fromVariant(first));
        const Event b = changed(eventOf(topic), field, QJsonValue::fromVariant(second));
        QCOMPARE(store.value()->commit({put({a}), put({b})}).value(), (QList<StoreOutcome>{{1, 0}, {1, 0}}));
        QCOMPARE(read(value(field)), QStringList{merged});
        QVERIFY(store.value()->commit({put({b, a})}).ok()); // a retry, in another order
        QCOMPARE(read(value(field)), QStringList{merged});
    }
    void theLongerPeriodStays_data()
    {
        QTest::addColumn<FirstIn>("first");
        QTest::addColumn<FirstIn>("second");
        QTest::newRow("longer") << FirstIn::Week << FirstIn::Ever;
        QTest::newRow("shorter") << FirstIn::Ever << FirstIn::Week;
        QTest::newRow("same") << FirstIn::Ever << FirstIn::Ever;
    }
    /// One environment was asked before the other: it is one person.
    void theLongerPeriodStays()
    {
        QFETCH(FirstIn, first);
        QFETCH(FirstIn, second);
        const auto store = open();
        Event a = eventOf(u"user"_s);
        Event b = a;
        a.firstIn = first;
        b.firstIn = second;
        QVERIFY(store.value()->commit({put({a}), put({b}), put({b, a})}).ok());
        QCOMPARE(read(u"SELECT first_in FROM events"_s), QStringList{u"ever"_s});
    }
    void aReporterKeepsItsPeriod()
    {
        const auto store = open();
        Event later = eventOf(u"napari"_s);
        later.period = later.period.lastWeek().plusWeeks(1);
        QVERIFY(store.value()->commit({put({eventOf(u"napari"_s)})}).ok());
        QCOMPARE(store.value()->commit({put({later})}).value(), QList<StoreOutcome>({{0, 1}}));
        QCOMPARE(read(u"SELECT period FROM events"_s), QStringList{u"2026-W47"_s});
    }
    void replacesARowThatNoLongerFits()
    {
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QVERIFY(read(u"UPDATE events SET value = '{\"name\": 1'"_s).isEmpty());
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QCOMPARE(read(value(u"version"_s)), QStringList{u"0.2.1"_s});
    }
    void erasesExactlyOneEvent()
    {
        const auto store = open();
        const Event mine = eventOf(u"plugin"_s);
        Event otherWeek = mine;
        otherWeek.period = mine.period.firstWeek().plusWeeks(-1);
        QVERIFY(store.value()->commit({put({mine, eventOf(u"plugin"_s, 'b'), eventOf(u"napari"_s)})}).ok());
        QVERIFY(store.value()->commit({erase(otherWeek)}).ok()); // not there: no error
        QCOMPARE(read(u"SELECT count(*) FROM events"_s), QStringList{u"3"_s});
        QVERIFY(store.value()->commit({erase(mine)}).ok());
        QCOMPARE(
            read(u"SELECT topic || hex(reporter) FROM events"_s),
            (QStringList{u"napari61616161616161616161616161616161"_s, u"plugin62626262626262626262626262626262"_s}));
    }
    void whatWasErasedIsNotInTheFiles()
    {
        const auto store = open();
        Event mine = eventOf(u"command"_s);
        mine.value[u"command"_s] = u"napari.a-very-rare-command"_s;
        QVERIFY(store.value()->commit({put({mine})}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QVERIFY(TestSupport::resource(m_path).contains("a-very-rare-command"));
        QVERIFY(store.value()->commit({erase(mine)}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QVERIFY(!TestSupport::resource(m_path).contains("a-very-rare-command"));
        QCOMPARE(QFile(m_path + u"-wal"_s).size(), 0);
    }
    void storesAllOrNothing()
    {
        const auto store = open();
        Event unknown = eventOf(u"plugin"_s);
        unknown.topic = u"unknown"_s;
        QVERIFY(!store.value()->commit({put({eventOf(u"plugin"_s)}), put({unknown})}));
        QCOMPARE(read(u"SELECT count(*) FROM events"_s), QStringList{u"0"_s});
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok()); // and goes on
        QCOMPARE(read(u"SELECT count(*) FROM events"_s), QStringList{u"1"_s});
    }
    void theFileDoesNotShowTheOrderOfArrival()
    {
        QList<Event> events;
        for (char fill = 'a'; fill <= 'z'; ++fill)
            events.append(eventOf(u"plugin"_s, fill));
        QList<QByteArray> files;
        for (const bool backwards : {false, true}) {
            init();
            const auto store = open();
            if (backwards)
                std::reverse(events.begin(), events.end());
            for (const Event &one : events)
                QVERIFY(store.value()->commit({put({one})}).ok());
            QVERIFY(store.value()->rebuild().ok());
            QVERIFY(store.value()->truncateLog().ok());
            files.append(TestSupport::resource(m_path).mid(4096)); // the first page counts changes and holds the schema
        }
        QVERIFY(!files.first().isEmpty());
        QCOMPARE(files.first(), files.last());
    }
    void refusesOtherFiles_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("code");
        QTest::newRow("newer version") << u"PRAGMA user_version = 2"_s << int(Error::Code::Unsupported);
        QTest::newRow("another program's") << u"CREATE TABLE notes (text)"_s << int(Error::Code::Invalid);
    }
    void refusesOtherFiles()
    {
        QFETCH(QString, sql);
        QFETCH(int, code);
        QVERIFY(read(sql).isEmpty());
        const auto store = open();
        QVERIFY(!store);
        QCOMPARE(int(store.error().code), code);
        QVERIFY(read(u"SELECT name FROM sqlite_schema WHERE name = 'events'"_s).isEmpty()); // untouched
    }
    void refusesWhatIsNoDatabase()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(!open());
        QCOMPARE(TestSupport::resource(m_path), QByteArray(8192, 'x'));
        m_path = m_directory->filePath(u"missing/raw.sqlite"_s);
        const auto store = open();
        QVERIFY(!store);
        QCOMPARE(int(store.error().code), int(Error::Code::Io));
    }
};

QTEST_GUILESS_MAIN(TestRawStore)
#include "tst_rawstore.moc"
