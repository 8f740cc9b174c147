#include "host/raw/disk/rawchange.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/mergerule.h"
#include "sqlite/disk/sql.h"

#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

RawChange::RawChange(const DataDictionary &dictionary, RawFacts &facts)
    : m_dictionary(dictionary)
    , m_facts(facts)
{
}

Result<Done> RawChange::prepare(const QSqlDatabase &database)
{
    const QList<QPair<QSqlQuery *, QString>> statements{
        {&m_select, u"SELECT fact, topic, period, value, first_in FROM events LEFT JOIN facts USING (fact) "
                    "WHERE reporter = ?"_s},
        {&m_upsert, u"INSERT OR REPLACE INTO events (reporter, fact) VALUES (?, ?)"_s},
        // The row itself, or else the one after or before it.
        {&m_near, u"SELECT reporter, fact FROM events WHERE reporter = coalesce("
                  "(SELECT min(reporter) FROM events WHERE reporter >= ?), (SELECT max(reporter) FROM events))"_s},
        {&m_delete, u"DELETE FROM events WHERE reporter = ?"_s},
        // Writes the first page, which has it already.
        {&m_nothing, u"PRAGMA application_id = 1852989815"_s}};
    for (const auto &[query, sql] : statements) {
        *query = QSqlQuery(database);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return sqlError(query->lastError());
    }
    return Done{};
}

Result<QList<StoreOutcome>> RawChange::carryOut(const QList<StoreRequest> &requests)
{
    m_rows.clear();
    m_changes.clear();
    QList<StoreOutcome> outcomes;
    for (const StoreRequest &request : requests) {
        const auto outcome = apply(request);
        if (!outcome)
            return outcome.error();
        outcomes.append(outcome.value());
    }
    const auto written = write();
    m_rows.clear();
    return written ? Result<QList<StoreOutcome>>(outcomes) : Result<QList<StoreOutcome>>(written.error());
}

Result<StoreOutcome> RawChange::apply(const StoreRequest &request)
{
    StoreOutcome outcome;
    for (qsizetype place = 0; place < request.put.size(); ++place) {
        const auto stored = put(request.put.at(place));
        if (!stored)
            return stored.error();
        if (stored.value() == Put::Elsewhere) {
            outcome.elsewhere.append(place);
            continue;
        }
        ++outcome.stored;
        if (stored.value() == Put::Added)
            outcome.added.append(place);
    }
    for (const StoreRequest::Erasure &erasure : request.erase) {
        if (const auto erased = erase(erasure); !erased)
            return erased.error();
    }
    return outcome;
}

Result<Done> RawChange::erase(const StoreRequest::Erasure &erasure)
{
    const auto row = rowOf(erasure.reporter);
    if (!row)
        return row.error();
    row.value()->erased = true;
    std::optional<RawFact> &fact = row.value()->now;
    if (!fact || fact->period != erasure.period.toString())
        return Done{};
    const TopicDefinition *topic = m_dictionary.topic(fact->topic);
    if (topic && topic->level == erasure.level)
        fact.reset();
    return Done{};
}

Result<RawChange::Put> RawChange::put(const Event &event)
{
    const TopicDefinition *topic = m_dictionary.topic(event.topic);
    if (!topic)
        return Error{Error::Code::Invalid, u"an event of no known topic"_s};
    const auto row = rowOf(event.reporter);
    if (!row)
        return row.error();
    std::optional<RawFact> &fact = row.value()->now;
    const Put done = fact ? Put::Merged : Put::Added;
    QJsonObject value = event.value;
    std::optional<FirstIn> firstIn = event.firstIn;
    if (fact) {
        if (fact->topic != event.topic || fact->period != event.period.toString())
            return Put::Elsewhere;
        // A row of an older dictionary whose value no longer fits gives way.
        const auto there = parseJsonObject(fact->value.toUtf8(), Limits::eventBytes);
        if (there && !topic->schema.validate(there.value()))
            value = mergeValues(topic->merge, there.value(), value);
        firstIn = std::max(firstIn, firstInFromName(fact->firstIn));
    }
    fact = RawFact{event.topic, event.period.toString(), QString::fromUtf8(canonicalJson(value)),
                   firstIn ? firstInName(*firstIn) : u""_s};
    return done;
}

Result<RawChange::Row *> RawChange::rowOf(const Reporter &reporter)
{
    const auto known = m_rows.find(reporter.bytes());
    if (known != m_rows.end())
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
    return &*m_rows.insert(reporter.bytes(), row);
}

Result<Done> RawChange::write()
{
    QMap<QByteArray, QByteArray> keys; // of the facts, by reporter; empty: the row goes
    QMap<QByteArray, RawFact> facts;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        const QByteArray now = row->now ? row->now->key() : QByteArray();
        if (now == row->before && !row->erased)
            continue;
        keys.insert(row.key(), now);
        if (now == row->before)
            continue;
        if (!row->before.isEmpty())
            --m_changes[row->before];
        if (!now.isEmpty()) {
            ++m_changes[now];
            facts.insert(now, *row->now);
        }
    }
    m_wroteRows = !keys.isEmpty();
    const bool erased = std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.erased; });
    if ((keys.isEmpty() || erased) && !m_nothing.exec()) // also where there is no row to touch
        return sqlError(m_nothing.lastError());
    if (auto added = m_facts.add(facts); !added)
        return added;
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        if (auto written = writeRow(key.key(), *key, m_rows[key.key()]); !written)
            return written;
    }
    return Done{};
}

Result<Done> RawChange::touch(const QByteArray &reporter)
{
    m_near.bindValue(0, reporter);
    if (!m_near.exec())
        return sqlError(m_near.lastError());
    if (!m_near.next())
        return Done{}; // the table is empty
    const QByteArray row = m_near.value(0).toByteArray();
    const QByteArray fact = m_near.value(1).toByteArray();
    m_near.finish();
    for (const QByteArray &written : {QByteArray(fact.size(), '\0'), fact}) { // SQLite doesn't write what it has
        m_upsert.bindValue(0, row);
        m_upsert.bindValue(1, written);
        if (!m_upsert.exec())
            return sqlError(m_upsert.lastError());
    }
    return Done{};
}

/// Where somebody asked to erase, the page is written in any case: else the disk's work, and the time that it takes,
/// would say whether the row was there.
Result<Done> RawChange::writeRow(const QByteArray &reporter, const QByteArray &fact, const Row &row)
{
    if (row.erased) {
        if (auto touched = touch(reporter); !touched)
            return touched;
    }
    QSqlQuery &query = fact.isEmpty() ? m_delete : m_upsert;
    query.bindValue(0, reporter);
    if (!fact.isEmpty())
        query.bindValue(1, fact);
    return query.exec() ? Result<Done>(Done{}) : Result<Done>(sqlError(query.lastError()));
}

} // namespace Telemetry
