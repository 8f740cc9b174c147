#include "host/raw/disk/rawstore.h"

#include "contract/limits.h"
#include "host/raw/disk/rawfile.h"

#include "support/events.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTimeZone>

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
    static StoreRequest erase(const Event &event)
    {
        return {{}, {{TestSupport::dictionary().topic(event.topic)->level, event.period, event.reporter}}};
    }
    static StoreOutcome stored(const QList<qsizetype> &added, qsizetype merged = 0)
    {
        return {added.size() + merged, added, {}};
    }
    static StoreOutcome elsewhere(const QList<qsizetype> &places) { return {0, {}, places}; }
    /// One of many people.
    static Event numbered(int number)
    {
        Event event = eventOf(u"user"_s);
        const QByteArray digest = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256);
        event.reporter = *Reporter::fromBytes(digest.first(16));
        return event;
    }
    static QList<Event> many(int people)
    {
        QList<Event> events;
        for (int i = 0; i < people; ++i)
            events.append(numbered(i));
        return events;
    }
    /// Goes through all of it.
    static Result<qint64> tidy(AbstractRawStore &store, const QStringList &old = {})
    {
        for (qint64 deleted = 0;;) {
            const auto step = store.tidyStep(old, TestSupport::now().date());
            if (!step)
                return step.error();
            deleted += step.value().deleted;
            if (step.value().last)
                return deleted;
        }
    }
    static Event changed(Event event, const QString &field, const QJsonValue &value)
    {
        event.value[field] = value;
        return event;
    }
    static QString value(const QString &field) { return u"SELECT json_extract(value, '$.%1') FROM event"_s.arg(field); }

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
        const QStringList found = read(u"SELECT value FROM event"_s);
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
                {put({eventOf(u"napari"_s)}), put({eventOf(u"plugin"_s, 'b'), eventOf(u"plugin"_s, 'c')})});
            QCOMPARE(outcomes.value(), (QList<StoreOutcome>{stored({0}), stored({0, 1})}));
        }
        QVERIFY(open().ok()); // again
        QCOMPARE(
            read(u"SELECT topic || '|' || hex(reporter) || '|' || period || '|' || value FROM event ORDER BY 1"_s),
            (QStringList{
                u"napari|61616161616161616161616161616161|2026-W47|{\"napari_version\":\"0.9.2\"}"_s,
                u"plugin|62626262626262626262626262626262|2026-11|{\"name\":\"napari-svg\",\"version\":\"0.2.1\"}"_s,
                u"plugin|63636363636363636363636363636363|2026-11|{\"name\":\"napari-svg\",\"version\":\"0.2.1\"}"_s}));
    }
    void storesNothingElse()
    {
        QVERIFY(open().ok());
        QCOMPARE(read(u"SELECT name FROM pragma_table_info('events')"_s), (QStringList{u"reporter"_s, u"fact"_s}));
        QCOMPARE(read(u"SELECT name FROM pragma_table_info('facts')"_s),
                 (QStringList{u"fact"_s, u"topic"_s, u"period"_s, u"value"_s, u"first_in"_s}));
        QCOMPARE(read(u"SELECT name FROM sqlite_schema WHERE type != 'view'"_s),
                 (QStringList{u"facts"_s, u"events"_s, u"tidied"_s}));
        for (const QString &table : {u"facts"_s, u"events"_s})
            QVERIFY(read(u"SELECT rowid FROM "_s + table).value(0).contains(u"no such column"_s));
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
        QCOMPARE(store.value()->commit({put({a}), put({b})}).value(),
                 (QList<StoreOutcome>{stored({0}), stored({}, 1)}));
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
        QCOMPARE(read(u"SELECT first_in FROM event"_s), QStringList{u"ever"_s});
    }
    void aReporterKeepsItsPeriod()
    {
        const auto store = open();
        Event later = eventOf(u"napari"_s);
        later.period = later.period.lastWeek().plusWeeks(1);
        QVERIFY(store.value()->commit({put({eventOf(u"napari"_s)})}).ok());
        QCOMPARE(store.value()->commit({put({later})}).value(), QList<StoreOutcome>{elsewhere({0})});
        QCOMPARE(read(u"SELECT period FROM event"_s), QStringList{u"2026-W47"_s});
    }
    /// A reporter derives from its topic: the same one in another topic was made up.
    void aReporterKeepsItsTopic()
    {
        const auto store = open();
        const QList<Event> both{eventOf(u"plugin"_s), eventOf(u"command"_s)};
        QCOMPARE(store.value()->commit({put(both)}).value(), (QList<StoreOutcome>{{1, {0}, {1}}}));
        QCOMPARE(store.value()->commit({put({both.last()})}).value(), QList<StoreOutcome>{elsewhere({0})});
        QVERIFY(store.value()->commit({erase(both.last())}).ok());
        QCOMPARE(read(u"SELECT topic FROM event"_s), QStringList{u"plugin"_s});
    }
    void whatManyPeopleHaveIsStoredOnce()
    {
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s, 'a'), eventOf(u"plugin"_s, 'b')})}).ok());
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s, 'c')})}).ok());
        QCOMPARE(read(u"SELECT count(*) FROM facts"_s), QStringList{u"1"_s});
        QCOMPARE(read(u"SELECT count(*) FROM event"_s), QStringList{u"3"_s});
    }
    /// As anybody can compute it, and no sequence.
    void aFactIsNamedByItsContent()
    {
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"user"_s)})}).ok());
        const auto digest = QCryptographicHash::hash(QByteArray("user\0"
                                                                "2026-W47\0"
                                                                "{}\0"
                                                                "ever",
                                                                21),
                                                     QCryptographicHash::Sha256);
        QCOMPARE(read(u"SELECT lower(hex(fact)) FROM facts"_s),
                 QStringList{QString::fromUtf8(digest.first(16).toHex())});
    }
    void aFactGoesWithItsLastEvent_data()
    {
        QTest::addColumn<bool>("opensAgain");
        QTest::newRow("at once") << false;
        QTest::newRow("after a restart") << true;
    }
    void aFactGoesWithItsLastEvent()
    {
        QFETCH(bool, opensAgain);
        auto store = open();
        const auto again = [&] {
            if (!opensAgain)
                return;
            store = Error{};
            store = open();
        };
        // Not at once: see RawFacts::removeUnused().
        const auto facts = [&] {
            (void)store.value()->truncateLog();
            return read(u"SELECT json_extract(value, '$.version') FROM facts ORDER BY 1"_s);
        };
        const Event mine = eventOf(u"plugin"_s);
        QVERIFY(store.value()->commit({put({mine, eventOf(u"plugin"_s, 'b')})}).ok());
        again();
        // Another value of the same person: the others still have the first one.
        QVERIFY(store.value()->commit({put({changed(mine, u"version"_s, u"0.3.0"_s)})}).ok());
        QCOMPARE(facts(), (QStringList{u"0.2.1"_s, u"0.3.0"_s}));
        again();
        QVERIFY(store.value()->commit({put({changed(mine, u"version"_s, u"0.4.0"_s)})}).ok());
        QCOMPARE(facts(), (QStringList{u"0.2.1"_s, u"0.4.0"_s}));
        again();
        QVERIFY(store.value()->commit({erase(eventOf(u"plugin"_s, 'b'))}).ok());
        QCOMPARE(facts(), QStringList{u"0.4.0"_s});
        // In one transaction, back and forth.
        const Event other = eventOf(u"plugin"_s, 'c');
        QVERIFY(store.value()->commit({put({other}), erase(other), erase(mine), put({mine}), erase(mine)}).ok());
        QCOMPARE(facts(), QStringList{});
        QVERIFY(store.value()->commit({put({mine})}).ok());
        QCOMPARE(facts(), QStringList{u"0.2.1"_s});
    }
    void aRefusedTransactionChangesNoNumber()
    {
        const auto store = open();
        Event unknown = eventOf(u"plugin"_s, 'b');
        unknown.topic = u"unknown"_s;
        QVERIFY(!store.value()->commit({put({eventOf(u"plugin"_s)}), put({unknown})}).ok());
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QCOMPARE(read(u"SELECT count(*) FROM event"_s), QStringList{u"1"_s}); // with its fact
    }
    void replacesARowThatNoLongerFits()
    {
        QVERIFY(open().value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QVERIFY(read(u"UPDATE facts SET fact = zeroblob(16), value = '{\"name\": 1'"_s).isEmpty());
        QVERIFY(read(u"UPDATE events SET fact = zeroblob(16)"_s).isEmpty());
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QCOMPARE(read(value(u"version"_s)), QStringList{u"0.2.1"_s});
        QVERIFY(store.value()->truncateLog().ok());
        QCOMPARE(read(u"SELECT count(*) FROM facts"_s), QStringList{u"1"_s});
    }
    void erasesExactlyOneEvent()
    {
        const auto store = open();
        const Event mine = eventOf(u"plugin"_s);
        Event otherWeek = mine;
        otherWeek.period = mine.period.firstWeek().plusWeeks(-1);
        QVERIFY(store.value()->commit({put({mine, eventOf(u"plugin"_s, 'b'), eventOf(u"napari"_s, 'c')})}).ok());
        QVERIFY(store.value()->commit({erase(otherWeek)}).ok()); // not there: no error
        QCOMPARE(read(u"SELECT count(*) FROM events"_s), QStringList{u"3"_s});
        QVERIFY(store.value()->commit({erase(mine)}).ok());
        QCOMPARE(
            read(u"SELECT topic || hex(reporter) FROM event ORDER BY 1"_s),
            (QStringList{u"napari63636363636363636363636363636363"_s, u"plugin62626262626262626262626262626262"_s}));
    }
    /// Each level has a host of its own, which erases only what came there.
    void anotherLevelErasesNothing()
    {
        const auto store = open();
        const Event mine = eventOf(u"plugin"_s);
        QVERIFY(store.value()->commit({put({mine})}).ok());
        StoreRequest other = erase(mine);
        other.erase.first().level = Level::Basic;
        QVERIFY(store.value()->commit({other}).ok());
        QCOMPARE(read(u"SELECT count(*) FROM events"_s), QStringList{u"1"_s});
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
    void whatIsOldIsDeleted_data()
    {
        QTest::addColumn<QString>("period");
        QTest::newRow("week") << u"2026-W40"_s;
        QTest::newRow("month") << u"2026-11"_s;
    }
    void whatIsOldIsDeleted()
    {
        QFETCH(QString, period);
        const auto store = open();
        Event old = eventOf(u"command"_s);
        old.period = *Period::fromString(period);
        old.value[u"command"_s] = u"napari.a-very-rare-command"_s;
        Event young = eventOf(u"command"_s, 'b');
        young.period = *Period::fromString(u"2027-01"_s);
        QVERIFY(store.value()->commit({put({old, young})}).ok());
        QCOMPARE(tidy(*store.value()).value(), 0);
        QCOMPARE(read(u"SELECT count(*) FROM event"_s), QStringList{u"2"_s});
        QCOMPARE(tidy(*store.value(), {period, u"2020-01"_s}).value(), 1);
        QVERIFY(store.value()->truncateLog().ok());
        for (const QString &table : {u"event"_s, u"events"_s, u"facts"_s})
            QCOMPARE(read(u"SELECT count(*) FROM "_s + table), QStringList{u"1"_s});
        for (const QString &name : QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden)) {
            const QByteArray bytes = TestSupport::resource(m_directory->filePath(name));
            QVERIFY2(!bytes.contains("a-very-rare-command"), qPrintable(name));
            QVERIFY2(!bytes.contains(old.reporter.bytes()), qPrintable(name));
        }
        QVERIFY(store.value()->commit({put({old})}).ok()); // the fact that was deleted comes again with its event
        QCOMPARE(read(u"SELECT count(*) FROM event"_s), QStringList{u"2"_s});
    }
    void knowsItsPeriodsAndTheDayOfItsTidying()
    {
        auto store = open();
        QVERIFY(store.value()->periods().value().isEmpty());
        QVERIFY(!store.value()->tidiedOn().value().isValid());
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s), eventOf(u"napari"_s, 'b')})}).ok());
        QVERIFY(read(u"UPDATE facts SET period = 'ancient' WHERE topic = 'plugin'"_s).isEmpty());
        QStringList periods = store.value()->periods().value();
        periods.sort();
        QCOMPARE(periods, (QStringList{u"2026-W47"_s, u"ancient"_s})); // also one that can't be read
        QVERIFY(tidy(*store.value()).ok());
        QVERIFY(tidy(*store.value()).ok());
        store = Error{};
        QCOMPARE(open().value()->tidiedOn().value(), TestSupport::now().date());
        QCOMPARE(read(u"SELECT count(*) FROM tidied"_s), QStringList{u"1"_s});
    }
    /// The time that it takes is the disk's: what is written has to be as much. On a copy each, so that one erasing
    /// does not change the next.
    void toEraseWritesAsMuchWhetherItIsThereOrNot()
    {
        QVERIFY(open().value()->commit({put(many(6'000))}).ok());
        const QByteArray file = TestSupport::resource(m_path);
        QVERIFY(file.size() > 50 * 4096);
        QMap<bool, QMap<qint64, int>> logs; // how often which size
        for (int i = 0; i < 20; ++i) {
            for (const bool there : {true, false}) {
                init();
                QFile copy(m_path);
                QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(file) == file.size());
                copy.close();
                const auto store = open();
                QVERIFY(store.value()->commit({erase(numbered(there ? i : i + 6'000))}).ok());
                QCOMPARE(read(u"SELECT count(*) FROM events"_s), QStringList{there ? u"5999"_s : u"6000"_s});
                ++logs[there][store.value()->sizes().log];
            }
        }
        // One row of a hundred stands in an inner page, and SQLite fetches another in its place.
        const auto usual = std::max_element(logs[true].cbegin(), logs[true].cend());
        QVERIFY(usual.value() >= 18);
        QVERIFY(logs[false].value(usual.key()) >= 18);
    }
    void whatChangesNothingIsWrittenToo()
    {
        const auto store = open();
        QVERIFY(store.value()->truncateLog().ok());
        for (const StoreRequest &request : {StoreRequest{}, erase(eventOf(u"plugin"_s))}) {
            const qint64 before = store.value()->sizes().log;
            QVERIFY(store.value()->commit({request}).ok());
            QVERIFY(store.value()->sizes().log > before);
        }
    }
    /// A monitor asks for as long as the collector runs: not a megabyte each time.
    void whatChangesNothingRebuildsNothing()
    {
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        const QStringList before = read(u"PRAGMA schema_version"_s); // goes up with each VACUUM
        QVERIFY(store.value()->commit({{}}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QCOMPARE(read(u"PRAGMA schema_version"_s), before);
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s, 'b')})}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QVERIFY(read(u"PRAGMA schema_version"_s) != before);
    }
    /// In a file that is not written anew as a whole: where SQLite moves rows it leaves copies of them, see RawGaps.
    void whatWasErasedIsNotInALargeFileEither()
    {
        const auto store = open();
        QSqlQuery(QSqlDatabase::database(u"raw"_s)).exec(u"PRAGMA synchronous = OFF"_s); // the files are the same
        QList<Event> all = many(60'000);
        const QList<Event> mine = all.mid(0, 30'000); // few of them are where SQLite moves rows
        for (qsizetype i = 0; i < all.size(); i += 500)
            QVERIFY(store.value()->commit({put(all.mid(i, 500))}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QVERIFY(store.value()->sizes().file > 2 * Limits::rawRebuildBytes);
        StoreRequest request;
        for (const Event &event : mine)
            request.erase += erase(event).erase;
        QVERIFY(store.value()->commit({request}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QCOMPARE(store.value()->sizes().log, 0);
        const QByteArray file = TestSupport::resource(m_path);
        QSet<QByteArray> gone;
        for (const Event &event : mine)
            gone.insert(event.reporter.bytes());
        for (qsizetype i = 0; i + 16 <= file.size(); ++i)
            QVERIFY(!gone.contains(QByteArray::fromRawData(file.constData() + i, 16)));
        QVERIFY(file.contains(all.last().reporter.bytes()));
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
    /// SQLite fills a page from its end: what was written first has the last place.
    void aCommitIsWrittenInTheOrderOfItsKeys()
    {
        QList<StoreRequest> requests;
        for (const char fill : {'q', 'c', 'x', 'a', 'm', 'z', 'b'})
            requests.append(put({eventOf(u"plugin"_s, fill)}));
        const auto store = open();
        QVERIFY(store.value()->commit(requests).ok());
        QCOMPARE(read(u"PRAGMA wal_checkpoint(TRUNCATE)"_s), QStringList{u"0"_s});
        const QByteArray file = TestSupport::resource(m_path);
        QByteArray order;
        for (qsizetype i = file.size() - 16; i >= 0; --i) {
            if (file[i] >= 'a' && file[i] <= 'z' && file.sliced(i, 16) == QByteArray(16, file[i]))
                order += file[i];
        }
        QCOMPARE(order, "abcmqxz"_ba);
    }
    void whoReadsDoesNotKeepEventsWaiting()
    {
        const auto store = open();
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        {
            QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
            reader.setDatabaseName(m_path);
            QVERIFY(reader.open());
            QSqlQuery query(reader);
            QVERIFY(query.exec(u"BEGIN"_s) && query.exec(u"SELECT count(*) FROM events"_s) && query.next());
            query.finish();
            QElapsedTimer time;
            time.start();
            QVERIFY(!store.value()->truncateLog().ok());
            QVERIFY(time.elapsed() < Limits::rawBusyTimeoutMs / 2);
            QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s, 'b')})}).ok());
        }
        QSqlDatabase::removeDatabase(u"reader"_s);
        QVERIFY(store.value()->truncateLog().ok());
    }
    void aSecondCollectorIsRefused()
    {
        auto store = open();
        QVERIFY(store.ok());
        const QString link = m_directory->filePath(u"other.sqlite"_s);
        QVERIFY(QFile::link(m_path, link));
        for (const QString &path : {m_path, link}) {
            const auto second = RawStore::open(path, TestSupport::dictionary(), u"second"_s);
            QVERIFY(!second.ok());
            QCOMPARE(second.error().detail, path + u": another collector has it"_s);
        }
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        store = Error{};
        QVERIFY(open().ok());
    }
    void nothingIsStoredInAFileThatIsGone_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<bool>("replaced");
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QTest::addRow("raw.sqlite%s deleted", qPrintable(suffix)) << suffix << false;
            QTest::addRow("raw.sqlite%s replaced", qPrintable(suffix)) << suffix << true;
        }
    }
    void nothingIsStoredInAFileThatIsGone()
    {
        QFETCH(QString, suffix);
        QFETCH(bool, replaced);
        const auto store = open();
        const QString name = m_path + suffix;
        const QString away = m_directory->filePath(u"away"_s);
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s)})}).ok());
        QVERIFY(QFile::rename(name, away));
        if (replaced)
            QVERIFY(QFile::copy(away, name));
        const auto outcome = store.value()->commit({put({eventOf(u"plugin"_s, 'b')})});
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().detail.endsWith(suffix + u" was deleted or replaced"_s));
        QVERIFY(!store.value()->commit({erase(eventOf(u"plugin"_s))}).ok());
        QVERIFY(!tidy(*store.value()).ok());
        QVERIFY(!store.value()->periods().ok());
        QVERIFY(!store.value()->tidiedOn().ok());
        QVERIFY(!store.value()->truncateLog().ok());
        QFile::remove(name); // and it comes back
        QVERIFY(QFile::rename(away, name));
        QVERIFY(store.value()->commit({put({eventOf(u"plugin"_s, 'b')})}).ok());
        QCOMPARE(read(u"SELECT count(*) FROM event"_s), QStringList{u"2"_s});
    }
    /// Where the damage is a page that no commit comes to, each would succeed.
    void nothingIsStoredInADamagedFile()
    {
        QVERIFY(open().value()->commit({put(many(2'000))}).ok());
        const auto store = open();
        QVERIFY(store.value()->truncateLog().ok());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 page = file.size() / 4096 - 2;
        QVERIFY(file.seek(page * 4096));
        const QByteArray whole = file.read(4096);
        const auto write = [&](const QByteArray &bytes) {
            return file.seek(page * 4096) && file.write(bytes) == bytes.size() && file.flush();
        };
        QVERIFY(write(QByteArray(4096, '\x55')));
        // Another connection changes something, so that what this one remembers of the file is forgotten.
        QVERIFY(read(u"PRAGMA user_version = 1"_s).isEmpty());
        const auto found = store.value()->check();
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, Error::Code::Damaged);
        QCOMPARE(store.value()->commit({put({eventOf(u"user"_s)})}).error().code, Error::Code::Damaged);
        QCOMPARE(store.value()->commit({erase(eventOf(u"user"_s))}).error().code, Error::Code::Damaged);
        QCOMPARE(store.value()->truncateLog().error().code, Error::Code::Damaged);
        const auto second = RawFile::check(QSqlDatabase::database(u"raw"_s));
        QVERIFY(second.error().detail.startsWith(u"it is damaged: "_s));
        QVERIFY(write(whole));
        QVERIFY(read(u"PRAGMA user_version = 1"_s).isEmpty());
        QVERIFY(store.value()->check().ok());
        QVERIFY(store.value()->commit({put({eventOf(u"user"_s)})}).ok());
    }
    void isRefusedWhenDamaged_data()
    {
        QTest::addColumn<bool>("page");
        QTest::newRow("a page") << true;
        QTest::newRow("an event without its fact") << false;
    }
    void isRefusedWhenDamaged()
    {
        QFETCH(bool, page);
        QVERIFY(open().value()->commit({put({eventOf(u"user"_s)})}).ok());
        if (page) {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(file.size() - 4096));
            file.write(QByteArray(4096, '\x55'));
        } else {
            QVERIFY(read(u"DELETE FROM facts"_s).isEmpty());
        }
        const auto store = open();
        QVERIFY(!store.ok());
        QVERIFY2(store.error().detail.startsWith(m_path + u": it is damaged: "_s), qPrintable(store.error().detail));
        QVERIFY(!store.error().detail.contains(u'\n'));
    }
    void theFileDoesNotShowTheOrderOfArrival_data()
    {
        QTest::addColumn<bool>("rebuilt");
        QTest::newRow("rebuilt") << true;
        // It has so few pages that the place of a row in its page would tell.
        QTest::newRow("a small file, whenever its log is emptied") << false;
    }
    void theFileDoesNotShowTheOrderOfArrival()
    {
        QFETCH(bool, rebuilt);
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
            if (rebuilt)
                QVERIFY(tidy(*store.value()).ok());
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
        QTest::newRow("another program's") << u"CREATE TABLE notes (text)"_s << int(Error::Code::Invalid);
        QTest::newRow("with our version") << u"PRAGMA user_version = 1"_s << int(Error::Code::Invalid);
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
