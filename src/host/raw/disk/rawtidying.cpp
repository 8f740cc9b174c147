#include "host/raw/disk/rawtidying.h"

#include "contract/limits.h"
#include "sqlite/disk/sql.h"

#include <QSqlError>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Columns = QVariantList;

/// An empty one is before all others, a null one would be SQL's NULL.
QByteArray place(const QByteArray &key)
{
    return key.isNull() ? QByteArray("") : key;
}

/// The rows of a table whose keys, the first column, come after this one, in their order. Errors: Damaged, Io.
Result<QList<Columns>> rowsAfter(QSqlQuery &query, const QByteArray &after, int columns)
{
    query.bindValue(0, place(after));
    if (!query.exec())
        return sqlError(query.lastError());
    QList<Columns> rows;
    QByteArray last = after;
    while (query.next()) {
        Columns row;
        for (int column = 0; column < columns; ++column)
            row.append(query.value(column));
        if (row.first().toByteArray() <= last)
            return Error{Error::Code::Damaged, u"it is damaged: rows out of order"_s};
        last = row.first().toByteArray();
        rows.append(row);
    }
    if (query.lastError().isValid())
        return sqlError(query.lastError());
    query.finish();
    return rows;
}

Result<Done> run(QSqlQuery &query, const Columns &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    return query.exec() ? Result<Done>(Done{}) : Result<Done>(sqlError(query.lastError()));
}

} // namespace

Result<Done> RawTidying::prepare(const QSqlDatabase &database)
{
    const QString limit = QString::number(Limits::rawStepRows);
    const QString facts = u"fact, topic, period, value, first_in"_s;
    const QList<QPair<QSqlQuery *, QString>> statements{
        {&m_events, u"SELECT reporter, fact FROM events WHERE reporter > ? ORDER BY reporter LIMIT "_s + limit},
        {&m_removeEvents, u"DELETE FROM events WHERE reporter > ? AND reporter <= ?"_s},
        {&m_putEvent, u"INSERT INTO events (reporter, fact) VALUES (?, ?)"_s},
        {&m_factsAfter, u"SELECT %1 FROM facts WHERE fact > ? ORDER BY fact LIMIT %2"_s.arg(facts, limit)},
        {&m_removeFacts, u"DELETE FROM facts WHERE fact > ? AND fact <= ?"_s},
        {&m_putFact, u"INSERT INTO facts (%1) VALUES (?, ?, ?, ?, ?)"_s.arg(facts)},
        {&m_forgetDay, u"DELETE FROM tidied"_s},
        {&m_noteDay, u"INSERT INTO tidied (day) VALUES (?)"_s}};
    for (const auto &[query, sql] : statements) {
        *query = QSqlQuery(database);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return sqlError(query->lastError());
    }
    return Done{};
}

Result<TidyStep> RawTidying::step(const QStringList &old, QDate today)
{
    m_changes.clear();
    if (!m_inFacts && m_after.isEmpty()) {
        const auto facts = m_facts.ofPeriods(old);
        if (!facts)
            return facts.error();
        m_oldFacts = facts.value();
    }
    auto done = m_inFacts ? stepOfFacts() : stepOfEvents();
    if (done && !done.value().last)
        return done;
    m_inFacts = false;
    m_after.clear();
    if (done) {
        if (const auto noted = noteDay(today); !noted)
            return noted.error();
    }
    return done;
}

Result<Done> RawTidying::noteDay(QDate today)
{
    if (auto forgotten = run(m_forgetDay, {}); !forgotten)
        return forgotten;
    return run(m_noteDay, {today.toString(Qt::ISODate)});
}

Result<TidyStep> RawTidying::stepOfEvents()
{
    const auto rows = rowsAfter(m_events, m_after, 2);
    if (!rows)
        return rows.error();
    TidyStep step;
    if (!rows.value().isEmpty()) {
        const QByteArray last = rows.value().last().first().toByteArray();
        if (const auto removed = run(m_removeEvents, {place(m_after), last}); !removed)
            return removed.error();
        m_after = last;
    }
    for (const Columns &row : rows.value()) {
        const QByteArray fact = row.last().toByteArray();
        if (!m_facts.has(fact))
            return Error{Error::Code::Damaged, u"it is damaged: an event has no fact"_s};
        if (m_oldFacts.contains(fact)) {
            ++step.deleted;
            --m_changes[fact];
        } else if (const auto put = run(m_putEvent, row); !put) {
            return put.error();
        }
    }
    if (rows.value().size() < Limits::rawStepRows) {
        m_inFacts = true;
        m_after.clear();
    }
    return step;
}

Result<TidyStep> RawTidying::stepOfFacts()
{
    const auto rows = rowsAfter(m_factsAfter, m_after, 5);
    if (!rows)
        return rows.error();
    TidyStep step;
    step.last = rows.value().size() < Limits::rawStepRows;
    if (rows.value().isEmpty())
        return step;
    const QByteArray last = rows.value().last().first().toByteArray();
    if (const auto removed = run(m_removeFacts, {place(m_after), last}); !removed)
        return removed.error();
    m_after = last;
    for (const Columns &row : rows.value()) {
        if (const auto put = run(m_putFact, row); !put)
            return put.error();
    }
    return step;
}

} // namespace Telemetry
