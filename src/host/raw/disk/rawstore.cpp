#include "host/raw/disk/rawstore.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/mergerule.h"
#include "host/raw/disk/rawfile.h"
#include "host/raw/disk/rawhold.h"
#include "sqlite/disk/sqlitefile.h"

#include <QSqlError>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<AbstractRawStore>> RawStore::open(const QString &path, const DataDictionary &dictionary,
                                                         const QString &connection)
{
    auto hold = RawHold::take(path);
    if (!hold)
        return hold.error();
    auto file = RawFile::openToWrite(path, connection);
    if (!file)
        return file.error();
    std::unique_ptr<RawStore> store(new RawStore(dictionary, std::move(hold).value(), std::move(file).value()));
    if (const auto ready = store->prepare(); !ready)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, ready.error().detail)};
    return std::unique_ptr<AbstractRawStore>(std::move(store));
}

RawStore::RawStore(const DataDictionary &dictionary, std::unique_ptr<RawHold> hold, std::unique_ptr<SqliteFile> file)
    : m_dictionary(dictionary)
    , m_hold(std::move(hold))
    , m_file(std::move(file))
{
}

RawStore::~RawStore() = default;

Result<Done> RawStore::prepare()
{
    if (auto whole = check(); !whole)
        return whole;
    const QList<QPair<QSqlQuery *, QString>> statements{
        {&m_select, u"SELECT fact, topic, period, value, first_in FROM events LEFT JOIN facts USING (fact) "
                    "WHERE reporter = ?"_s},
        {&m_upsert, u"INSERT OR REPLACE INTO events (reporter, fact) VALUES (?, ?)"_s},
        {&m_delete, u"DELETE FROM events WHERE reporter = ?"_s}};
    for (const auto &[query, sql] : statements) {
        *query = QSqlQuery(m_file->connection());
        if (!query->prepare(sql))
            return sqlError(query->lastError());
    }
    if (auto loaded = m_facts.load(m_file->connection()); !loaded)
        return loaded;
    m_hold->remember(); // reading has made the files beside it
    return m_hold->look();
}

Result<Done> RawStore::usable() const
{
    return m_damage ? Result<Done>(*m_damage) : m_hold->look();
}

template<typename T> Result<T> RawStore::noted(Result<T> result)
{
    if (!result && result.error().code == Error::Code::Damaged)
        m_damage = result.error();
    return result;
}

Result<QList<StoreOutcome>> RawStore::commit(const QList<StoreRequest> &requests)
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(tryCommit(requests));
}

Result<QList<StoreOutcome>> RawStore::tryCommit(const QList<StoreRequest> &requests)
{
    SqlTransaction transaction(m_file->connection());
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    QList<StoreOutcome> outcomes;
    Rows rows;
    for (const StoreRequest &request : requests) {
        const auto outcome = apply(request, rows);
        if (!outcome)
            return outcome.error();
        outcomes.append(outcome.value());
    }
    const auto changes = write(rows);
    if (!changes)
        return changes.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    m_facts.committed(changes.value());
    return outcomes;
}

Result<StoreOutcome> RawStore::apply(const StoreRequest &request, Rows &rows)
{
    StoreOutcome outcome;
    for (const Event &event : request.put) {
        const auto stored = put(event, rows);
        if (!stored)
            return stored.error();
        ++(stored.value() ? outcome.stored : outcome.ignored);
    }
    for (const StoreRequest::Erasure &erasure : request.erase) {
        const auto row = rowOf(erasure.reporter, rows);
        if (!row)
            return row.error();
        std::optional<RawFact> &fact = row.value()->now;
        if (fact && fact->topic == erasure.topic && fact->period == erasure.period.toString())
            fact.reset();
    }
    return outcome;
}

Result<RawStore::Row *> RawStore::rowOf(const Reporter &reporter, Rows &rows)
{
    const auto known = rows.find(reporter.bytes());
    if (known != rows.end())
        return &*known;
    m_select.bindValue(0, reporter.bytes());
    if (!m_select.exec())
        return sqlError(m_select.lastError());
    Row row;
    if (m_select.next()) {
        row.before = m_select.value(0).toByteArray();
        if (m_select.isNull(1))
            return Error{Error::Code::Damaged, u"it is damaged: an event has no fact"_s};
        row.now = RawFact{m_select.value(1).toString(), m_select.value(2).toString(), m_select.value(3).toString(),
                          m_select.value(4).toString()};
    }
    const bool failed = m_select.lastError().isValid(); // next() is false for an error, too
    const QSqlError error = m_select.lastError();
    m_select.finish();
    if (failed)
        return sqlError(error);
    return &*rows.insert(reporter.bytes(), row);
}

Result<bool> RawStore::put(const Event &event, Rows &rows)
{
    const TopicDefinition *topic = m_dictionary.topic(event.topic);
    if (!topic)
        return Error{Error::Code::Invalid, u"an event of no known topic"_s};
    const auto row = rowOf(event.reporter, rows);
    if (!row)
        return row.error();
    std::optional<RawFact> &fact = row.value()->now;
    QJsonObject value = event.value;
    std::optional<FirstIn> firstIn = event.firstIn;
    if (fact) {
        if (fact->topic != event.topic || fact->period != event.period.toString())
            return false;
        // A row of an older dictionary whose value no longer fits gives way.
        const auto there = parseJsonObject(fact->value.toUtf8(), Limits::eventBytes);
        if (there && !topic->schema.validate(there.value()))
            value = mergeValues(topic->merge, there.value(), value);
        firstIn = std::max(firstIn, firstInFromName(fact->firstIn));
    }
    fact = RawFact{event.topic, event.period.toString(), QString::fromUtf8(canonicalJson(value)),
                   firstIn ? firstInName(*firstIn) : u""_s};
    return true;
}

Result<RawFacts::Changes> RawStore::write(const Rows &rows)
{
    RawFacts::Changes changes;
    QMap<QByteArray, RawFact> facts;
    QMap<QByteArray, QByteArray> changed; // fact by reporter; empty: it goes
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const QByteArray now = row->now ? row->now->key() : QByteArray();
        if (now == row->before)
            continue;
        changed.insert(row.key(), now);
        if (!row->before.isEmpty())
            --changes[row->before];
        if (!now.isEmpty()) {
            ++changes[now];
            facts.insert(now, *row->now);
        }
    }
    if (const auto added = m_facts.add(facts); !added)
        return added.error();
    for (auto row = changed.begin(); row != changed.end(); ++row) {
        QSqlQuery &query = row->isEmpty() ? m_delete : m_upsert;
        query.bindValue(0, row.key());
        if (!row->isEmpty())
            query.bindValue(1, *row);
        if (!query.exec())
            return sqlError(query.lastError());
    }
    if (const auto removed = m_facts.removeUnused(changes); !removed)
        return removed.error();
    return changes;
}

Result<Done> RawStore::check()
{
    m_damage.reset();
    return noted(RawFile::check(m_file->connection()));
}

Result<qint64> RawStore::deleteOld(const QDateTime &now)
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    const auto periods = noted(m_facts.periods());
    if (!periods)
        return periods.error();
    QList<QString> old;
    for (const QString &text : periods.value()) {
        // One that can't be read is of no time that it may be kept for.
        const auto period = Period::fromString(text);
        if (!period || period->firstWeek().monday().addDays(Limits::rawDays).startOfDay(Qt::UTC) <= now)
            old.append(text);
    }
    return old.isEmpty() ? Result<qint64>(0) : noted(tryDelete(old));
}

Result<qint64> RawStore::tryDelete(const QList<QString> &periods)
{
    SqlTransaction transaction(m_file->connection());
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    RawFacts::Changes changes;
    qint64 deleted = 0;
    for (const QString &period : periods) {
        const auto all = m_facts.allOf(period);
        if (!all)
            return all.error();
        changes.insert(all.value());
        const auto events =
            runSql(m_file->connection(),
                   u"DELETE FROM events WHERE fact IN (SELECT fact FROM facts WHERE period = ?)"_s, {period});
        if (!events)
            return events.error();
        deleted += events.value().numRowsAffected();
    }
    if (const auto removed = m_facts.removeUnused(changes); !removed)
        return removed.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    m_facts.committed(changes);
    return deleted;
}

Result<Done> RawStore::truncateLog()
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    return noted(tryTruncate());
}

Result<Done> RawStore::tryTruncate()
{
    const QSqlDatabase &database = m_file->connection();
    const auto pages = sqlNumber(database, u"PRAGMA page_count"_s);
    const auto bytes = sqlNumber(database, u"PRAGMA page_size"_s);
    if (!pages || !bytes)
        return pages ? bytes.error() : pages.error();
    if (pages.value() * bytes.value() <= Limits::rawRebuildBytes) {
        if (const auto rebuilt = rebuild(); !rebuilt)
            return rebuilt;
    }
    // Who reads may read for minutes, and events must not wait for it.
    if (const auto set = runSql(database, u"PRAGMA busy_timeout = 0"_s); !set)
        return set.error();
    const auto busy = sqlNumber(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (const auto set = runSql(database, u"PRAGMA busy_timeout = %1"_s.arg(Limits::rawBusyTimeoutMs)); !set)
        return set.error();
    if (!busy)
        return busy.error();
    return busy.value() == 0 ? Result<Done>(Done{}) : Result<Done>(Error{Error::Code::Io, u"somebody reads"_s});
}

Result<Done> RawStore::rebuild()
{
    if (const auto mine = usable(); !mine)
        return mine.error();
    const auto rebuilt = noted(runSql(m_file->connection(), u"VACUUM"_s));
    return rebuilt ? Result<Done>(Done{}) : Result<Done>(rebuilt.error());
}

} // namespace Telemetry
